// Made from api/openapi/rules.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/identity/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules in force. */
        get: operations["rules"];
        /** Save the next version of the rules; a rebuild puts it in force. */
        put: operations["saveRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find everything that is wrong with a document. */
        post: operations["validateRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version that was saved, the newest first. */
        get: operations["rulesVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A version.
                 * @example 1
                 */
                version: string;
            };
            cookie?: never;
        };
        /** One version, whole. */
        get: operations["rulesVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rehearsals there were, the newest first. */
        get: operations["rehearsals"];
        put?: never;
        /** Find out what other rules would do to the people there are, without touching them. */
        post: operations["rehearseRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/rehearsals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** How a rehearsal stands, and what it found. */
        get: operations["rehearsal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/rehearsals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a rehearsal that is running. */
        post: operations["cancelRehearsal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/rules/rehearsals/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Who would be united or divided; a million at most, all are counted in the report. */
        get: operations["rehearsalChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rebuilds there were, the newest first. */
        get: operations["rebuilds"];
        put?: never;
        /** Make state anew from the archive, compare it, and put it in force. */
        post: operations["rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebuilds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** How a rebuild stands, and what it found. */
        get: operations["oneRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebuilds/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a rebuild that is running; the state in force stays. */
        post: operations["cancelRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebuilds/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Who was united or divided by it. */
        get: operations["rebuildChanges"];
        put?: never;
        post?: never;
        delete?: never;
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
            problems?: components["schemas"]["Fault"][];
        };
        Fault: {
            code: string;
            /** @description JSON Pointer into the document. */
            path: string;
            found: string;
        };
        /** @description Every field that is required must be there, and no other than these. */
        Rules: {
            /** @description ISO 3166 code of phone numbers written without one. */
            region: string;
            /** @description ISO 4217. */
            currency: string;
            /** @description IANA name. */
            timeZone: string;
            /**
             * @description The first day of a week of the calendar.
             * @default monday
             * @enum {string}
             */
            weekStart: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            types: components["schemas"]["Type"][];
            customType: components["schemas"]["Type"];
            /** @description Survivorship by trait; those not listed keep the latest. */
            traits: {
                [key: string]: "latest" | "trusted" | "frequent" | "min" | "max" | "union";
            };
            /** @description Units of the currency for one of another, by currency and from which day on. */
            rates: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /**
             * @description The longest pause within one session of a person, in minutes.
             * @default 30
             */
            sessionGapMinutes: number;
        };
        Type: {
            /** @description Not of customType. */
            name?: string;
            /** @description 1 is the strongest. */
            priority: number;
            /** @description Exactly one type is. Not of customType. */
            anchor?: boolean;
            /** @description Values of one person; 0 for no limit. */
            limit: number;
            /** @description In lower case. */
            blocked: string[];
            /** @description RE2 syntax. */
            blockedPatterns: string[];
            /** @enum {string} */
            normaliser: "plain" | "email" | "phone";
            sharedAbove: number;
            hubAbove: number;
            /** @description Empty for all. */
            linkedBy: ("browser" | "app" | "server" | "import")[];
            /**
             * @description Whose events are that name nobody stronger than a value of this type, e.g. a family's tablet. `first`: whose profile holds it. `last`: the last to log in on it has them all. `by_login`: from one person's login to the next person's they are the one's, what came before the first login is the first's. A login is an accepted event that names it beside an anchor that is neither blocked nor shared at its rank, by a kind of source that may link by both, with no cut between them. An anchor's is always `first` (`anchor_not_first`). Segments and computed traits count an event for whom it is given to, also when a login comes late.
             * @default first
             * @enum {string}
             */
            shared: "first" | "last" | "by_login";
        };
        Version: {
            version: number;
            /** Format: date-time */
            savedAt: string;
            author: string;
            reason: string;
            position: string;
            /**
             * Format: date-time
             * @description Not there while they have not come into force.
             */
            inForceSince?: string;
            rules?: components["schemas"]["Rules"];
        };
        Task: {
            id: string;
            /** @enum {string} */
            kind: "rebuild" | "rehearsal";
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled" | "interrupted";
            /** @description replaying, comparing, catching_up, switching; grouping, comparing. */
            phase?: string;
            author: string;
            /** @description `scratch`, the name of the scratch workspace that is rehearsed on. */
            asked?: Record<string, never>;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt?: string;
            progress?: {
                done?: number;
                total?: number;
            };
            error?: string;
            /**
             * Format: date-time
             * @description Of one that failed and is owed (saved rules, an import taken back), when another is begun by itself.
             */
            nextTryAt?: string;
            /**
             * @description `before` and `after` count profiles, identifiers, trees that a limit or a cut divides, and shared
             *     identifiers; `merges` are people who unite `merged` of before, `splits` people who are divided into `parted`;
             *     `examples` are up to ten of each, picked by chance, as in the list of changes, of which they are part.
             *     Of a rebuild also `rulesBefore`, `rules`, `position`, `entries`, `replayMs`, `entriesPerSecond`, `pauseMs`
             *     (how long the writer waited), `cpuMs` (without the databases' own threads), `core` (what the core alone takes
             *     of the CPU to read and to decide an accepted event, in microseconds, and how many events a second two cores
             *     do by that), `nobodys` (accepted events without an owner by these rules), `missing`, and,
             *     when the rules are the same, `keys` compared one by one. Of a rehearsal `links`, `ms`, `cpuMs`, `moved`
             *     and `notCovered` (changes of how events are read, and of the pause between sessions: these show in a rebuild
             *     only). `moved` counts what other policies for shared devices give to somebody else: `events` for certain,
             *     `eventsAtMost` with those that may be, and `people` who give or gain some, at most. To `first` and `last`
             *     both are the same; by login they differ where several people took turns between the first and the latest
             *     event of a sum.
             */
            report?: Record<string, never>;
        };
    };
    responses: {
        /** @description `invalid_json`, `missing_rules`, `missing_reason` or `invalid_format`. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_rules`, with all problems. */
        InvalidRules: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
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
        /** @description `task_under_way`; its id is in the detail. */
        Busy: {
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
         * @example reb_1
         */
        id: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document; the header ETag has the version that was saved last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Saved last. */
                        version: number;
                        /** @description The version that decides just now. */
                        inForce: number;
                        rules: components["schemas"]["Rules"];
                        saved?: components["schemas"]["Rules"];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    saveRules: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that was seen; or version in the body.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was seen. */
                    version?: number;
                    reason: string;
                    rules: components["schemas"]["Rules"];
                };
            };
        };
        responses: {
            /** @description Saved; it is in force when the rebuild is done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        inForce: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidRules"];
            /** @description `version_required`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing was done. */
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
    validateRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: components["schemas"]["Rules"];
                };
            };
        };
        responses: {
            /** @description All problems at once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        valid: boolean;
                        problems: components["schemas"]["Fault"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    rulesVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who saved it, when and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["Version"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    rulesVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A version.
                 * @example 1
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `version_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rehearsals: {
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
    rehearseRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: components["schemas"]["Rules"];
                };
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
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["Busy"];
            422: components["responses"]["InvalidRules"];
        };
    };
    rehearsal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
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
    cancelRehearsal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
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
    rehearsalChanges: {
        parameters: {
            query?: {
                /** @description `jsonl` or `csv`. */
                format?: "jsonl" | "csv";
            };
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A line each: `{"kind":"split","profile":"...","others":[{"profile":"...","identifiers":["email:..."]}]}`;
             *     as CSV a line for each identifier: `kind,profile,other,identifier`.
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
            400: components["responses"]["Invalid"];
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
    rebuilds: {
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
    rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
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
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["Busy"];
        };
    };
    oneRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
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
    cancelRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
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
    rebuildChanges: {
        parameters: {
            query?: {
                /** @description `jsonl` or `csv`. */
                format?: "jsonl" | "csv";
            };
            header?: never;
            path: {
                /**
                 * @description Of the task.
                 * @example reb_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A line each: `{"kind":"split","profile":"...","others":[{"profile":"...","identifiers":["email:..."]}]}`;
             *     as CSV a line for each identifier: `kind,profile,other,identifier`.
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
            400: components["responses"]["Invalid"];
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
}
