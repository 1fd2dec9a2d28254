// Made from api/openapi/replays.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The replays there were, the newest first. */
        get: operations["replays"];
        put?: never;
        /** Replay a source, a range of time, or all, into a scratch workspace that is made for it. */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example rep_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** How a replay stands, and what it found. */
        get: operations["oneReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replays/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example rep_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a replay that is running; nothing of its scratch workspace is left. */
        post: operations["cancelReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replays/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example rep_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Who of the live workspace is united or divided there; a million at most, all are counted in the report. */
        get: operations["replayChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scratch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scratch workspaces, by name. */
        get: operations["scratches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scratch/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example march */
                name: string;
            };
            cookie?: never;
        };
        /** One scratch workspace. */
        get: operations["scratch"];
        put?: never;
        post?: never;
        /** Delete a scratch workspace with all its files. */
        delete: operations["dropScratch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            title: string;
            status: number;
            code: string;
            detail: string;
        };
        Asked: {
            /** @description Id of a source; all when absent. */
            source?: string | null;
            /**
             * Format: date-time
             * @description The earliest time of an event.
             */
            from?: string | null;
            /**
             * Format: date-time
             * @description Events before this.
             */
            to?: string | null;
            /**
             * Format: date-time
             * @description Only what had arrived by then, this instant included.
             */
            known?: string | null;
            /**
             * @description Whether stewards' cuts and links are replayed too, those made before `to` and by `known`; without it, they
             *     are unless a source is chosen.
             */
            decisions?: boolean;
            /** @description The number of a version that was saved, or a document of one's own; the version saved last when absent. */
            rules?: number | Record<string, never>;
            into: {
                scratch: {
                    name: string;
                    /**
                     * @description After which it is dropped by itself.
                     * @default 7
                     */
                    days: number;
                };
            };
        };
        Scratch: {
            name: string;
            /** @enum {string} */
            state: "replaying" | "ready";
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Of its last entry. */
            position: string;
            asked: components["schemas"]["Asked"];
            /** @description On disk. */
            bytes: number;
            report?: components["schemas"]["Report"];
        };
        Task: {
            id: string;
            /** @constant */
            kind: "replay";
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled" | "interrupted";
            /** @description replaying, comparing. */
            phase?: string;
            author: string;
            asked?: components["schemas"]["Asked"];
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt?: string;
            progress?: {
                /** @description Of the live workspace's entries; trees while comparing. */
                done?: number;
                total?: number;
            };
            error?: string;
            report?: components["schemas"]["Report"];
        };
        /**
         * @description `events` that were chosen, by what became of them: `accepted`, and `quarantined` when these rules leave them no
         *     identifier; `missing` entries of which nothing is known any more. `before` counts the live workspace at
         *     `position`, `after` the scratch one: profiles, identifiers, trees that a limit or a cut divides, shared
         *     identifiers. `merges` are people there who unite `merged` of the live ones, `splits` live people who are divided
         *     there into `parted`; whom only one side knows is neither.
         */
        Report: {
            scratch: string;
            /** @description Their version. */
            rules: number;
            position: number;
            events: number;
            accepted: number;
            duplicate?: number;
            quarantined?: number;
            dropped?: number;
            missing?: number;
            replayMs?: number;
        };
    };
    responses: {
        /** @description `missing_key` or `unknown_key`. */
        NoKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `owner_link_only`. */
        WrongKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `task_not_found`. */
        NoTask: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `scratch_not_found`. */
        NoScratch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Of the task.
         * @example rep_1
         */
        id: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    replays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: components["schemas"]["Task"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "src_1",
                 *       "from": "2026-03-01T00:00:00Z",
                 *       "to": "2026-04-01T00:00:00Z",
                 *       "into": {
                 *         "scratch": {
                 *           "name": "march"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Asked"];
            };
        };
        responses: {
            /** @description Under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /**
             * @description `invalid_json`, `unknown_field`, `invalid_scratch`, `invalid_days`, `invalid_instant`, `invalid_period`,
             *     `invalid_decisions` or `invalid_rules_choice`.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `source_not_found` or `version_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `task_under_way`; `scratch_exists`: the name is taken; `too_many_scratches`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_rules`, with all problems. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full`: the live workspace needs the room that is left. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    oneReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example rep_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoTask"];
        };
    };
    cancelReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example rep_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoTask"];
        };
    };
    replayChanges: {
        parameters: {
            query?: {
                /** @description `jsonl` or `csv`. */
                format?: "jsonl" | "csv";
            };
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example rep_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A line each: `{"kind":"split","profile":"...","others":[{"profile":"...","identifiers":["email:..."]}]}`;
             *     as CSV a line for each identifier: `kind,profile,other,identifier`. Whom only one side knows is no change.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description `invalid_format`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoTask"];
            /** @description `storage_failed`: the list cannot be read just now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scratches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the one that is being made too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scratches: components["schemas"]["Scratch"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    scratch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example march */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scratch"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoScratch"];
        };
    };
    dropScratch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example march */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoScratch"];
            /** @description `scratch_in_use`: somebody reads it; `scratch_not_ready`: cancel its replay. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
