// Made from api/openapi/operations.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All sources, in the order in which they were made. */
        get: operations["sources"];
        put?: never;
        /** Make a source. */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the source.
                 * @example src_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a source a new write key. */
        post: operations["rotateSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the source.
                 * @example src_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take no more events from a source; its keys answer 401. */
        post: operations["disableSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the source.
                 * @example src_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take events from a source again. */
        post: operations["enableSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that wait in quarantine, newest first, each with all its reasons. */
        get: operations["quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way of an event through every station. */
        get: operations["trace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts, lag and sizes. */
        get: operations["status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens now, as server-sent events.
         * @description `status` comes once a second and is what `GET /api/v1/status` answers. `events` comes up to four times a second
         *     with those that were decided since and pass the filter: at most 50 of them, the latest, and how many passed in
         *     truth. `alerts` brings news of alerts about the data (`AlertEvent` of quality.yaml). Their id is a position, and where events or
         *     alerts are watched that of `status` is, too: a stream ends after half a minute or whenever it breaks, and is
         *     taken up again with `Last-Event-ID`, as browsers do by themselves, so that nobody misses what came in between. `missed` counts positions that are no longer remembered; the
         *     archive has them.
         */
        get: operations["watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and until when the session lasts. */
        get: operations["session"];
        put?: never;
        /**
         * Exchange a management key for a session of 12 hours, kept in a cookie.
         * @description For the console. The cookie is `HttpOnly` and `SameSite=Strict`; requests that carry it must come from the same
         *     origin, and those that change something need the header `X-Inyeon-Console` with any value. Where a request has
         *     an `Authorization`, that alone counts.
         */
        post: operations["signIn"];
        /** End the session. It is no fault when there is none. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the owner's first link, once, for a management key. A form is answered with a page, and its sender is signed in. */
        post: operations["redeemOwnerLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that the owner's first link opens; opening it spends nothing. */
        get: operations["ownerPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers. */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether events are taken and reads answered. */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers for Prometheus. */
        get: operations["metrics"];
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
        /** @enum {string} */
        Kind: "browser" | "app" | "server" | "import";
        Source: {
            id: string;
            name: string;
            kind: components["schemas"]["Kind"];
            enabled: boolean;
            party: components["schemas"]["Party"];
            trustsProperties: boolean;
            aliasesAnchors: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description The newest. */
            writeKey: string;
            /** @description All valid ones, newest first. */
            writeKeys: string[];
        };
        /**
         * @description Who collected it: 1 us, 0 told by the person (surveys, preferences), 2 a partner, 3 a third party.
         * @enum {integer}
         */
        Party: 0 | 1 | 2 | 3;
        Reason: {
            code: string;
            /** @description JSON Pointer into the event. */
            path?: string;
            found?: string;
        };
        Quarantine: {
            events: {
                position: string;
                source: string;
                messageId: string;
                call?: string;
                name: string;
                /** Format: date-time */
                time: string;
                /** Format: date-time */
                receivedAt: string;
                reasons: components["schemas"]["Reason"][];
                /** @description Exactly as it came, as text; it may be no JSON. */
                body: string;
            }[];
            /** @description Cursor of the next page; absent at the end. */
            next?: string;
            /** @description Files of the archive that cannot be read just now; events of theirs are missing. */
            missing?: string[];
        };
        Trace: {
            messageId: string;
            events: {
                source: string;
                stations: {
                    name: string;
                    position?: string;
                    /** Format: date-time */
                    at?: string;
                    result?: string;
                    reasons?: components["schemas"]["Reason"][];
                }[];
            }[];
        };
        /** @description How events ended. Received is the sum of the others. */
        Outcomes: {
            received: number;
            accepted: number;
            duplicate: number;
            quarantined: number;
            dropped: number;
        };
        Status: {
            version: string;
            /** Format: date-time */
            startedAt: string;
            outcomes: components["schemas"]["Outcomes"];
            sources: {
                id: string;
                outcomes: components["schemas"]["Outcomes"];
            }[];
            positions: {
                [key: string]: string;
            };
            /** @description Durable entries that are not decided yet. */
            lag: number;
            /** @description On disk: log, archive, state, and of the state profiles, i.e. what holds profiles and who is who. In memory outside the heap: stateMemory. */
            bytes: {
                [key: string]: number;
            };
            counts: {
                [key: string]: number;
            };
            /** @description Why the server is not ready. */
            ailments: {
                /** @enum {string} */
                code: "writer_stopped" | "disk_full" | "log_full" | "log_failed" | "state_unwritable" | "archive_behind" | "housekeeping_fails";
                /** @description What went wrong, as it was told; missing when the code says all. */
                error?: string;
            }[];
            /** @description What works behind intake and failed last. Each tries again by itself; events are taken and people read meanwhile. */
            behind: {
                /** @enum {string} */
                part: "consents" | "enrichers" | "previews" | "quality" | "search" | "segments" | "vocabulary";
                /** @description What went wrong last. */
                error: string;
            }[];
            /** @description How what previews are asked of keeps up with what is committed; absent in a scratch workspace. */
            analytics?: {
                /** @enum {string} */
                phase: "opening" | "building" | "following" | "failed";
                /** @description How much is there. */
                progress: number;
                /** @description What went wrong last; it is tried again by itself. */
                error?: string;
            };
        };
        /** @description RFC 9457. */
        Problem: {
            title: string;
            status: number;
            /** @description Stable. */
            code: string;
            /** @description What is safe and what to do. */
            detail: string;
        };
    };
    responses: {
        /**
         * @description `invalid_json`, `invalid_name`, `invalid_kind`, `invalid_party`, `invalid_trusts_properties`,
         *     `invalid_aliases_anchors`, `invalid_keep_old`, `missing_token`, `missing_key`, `invalid_position`,
         *     `invalid_limit`, `invalid_cursor`, `invalid_topics` or `invalid_text`.
         */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "event_not_found",
                 *       "detail": "No such event came."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `missing_key`, `unknown_key` or `session_over`. */
        NoKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "event_not_found",
                 *       "detail": "No such event came."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `owner_link_only`; `cross_site` for a session that is used from elsewhere than the console. */
        WrongKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "event_not_found",
                 *       "detail": "No such event came."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `source_not_found`. */
        NoSource: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "event_not_found",
                 *       "detail": "No such event came."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_yet`. */
        NotYet: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "event_not_found",
                 *       "detail": "No such event came."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Storage does not work just now; nothing was done. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "event_not_found",
                 *       "detail": "No such event came."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Of the source.
         * @example src_1
         */
        id: string;
        /**
         * @description The position of a full acknowledgement; the read waits until it sees that far.
         * @example 314
         */
        atLeast: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sources": []
                     *     }
                     */
                    "application/json": {
                        sources: components["schemas"]["Source"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    createSource: {
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
                 *       "name": "Web shop",
                 *       "kind": "browser"
                 *     }
                 */
                "application/json": {
                    name: string;
                    kind: components["schemas"]["Kind"];
                    party?: components["schemas"]["Party"];
                    /**
                     * @description Its `properties.email` and `properties.phone` are identifiers.
                     * @default false
                     */
                    trustsProperties?: boolean;
                    /**
                     * @description Its alias may make two user ids one person; a server or an import only.
                     * @default false
                     */
                    aliasesAnchors?: boolean;
                };
            };
        };
        responses: {
            /** @description It takes events from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_1",
                     *       "name": "Web shop",
                     *       "kind": "browser",
                     *       "enabled": true,
                     *       "party": 1,
                     *       "trustsProperties": false,
                     *       "aliasesAnchors": false,
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "writeKey": "wk_1",
                     *       "writeKeys": [
                     *         "wk_1"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the source.
                 * @example src_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "keepOld": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether the old keys stay valid beside it.
                     * @default true
                     */
                    keepOld?: boolean;
                };
            };
        };
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_1",
                     *       "name": "Web shop",
                     *       "kind": "browser",
                     *       "enabled": true,
                     *       "party": 1,
                     *       "trustsProperties": false,
                     *       "aliasesAnchors": false,
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "writeKey": "wk_1",
                     *       "writeKeys": [
                     *         "wk_1"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSource"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the source.
                 * @example src_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_1",
                     *       "name": "Web shop",
                     *       "kind": "browser",
                     *       "enabled": true,
                     *       "party": 1,
                     *       "trustsProperties": false,
                     *       "aliasesAnchors": false,
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "writeKey": "wk_1",
                     *       "writeKeys": [
                     *         "wk_1"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSource"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the source.
                 * @example src_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_1",
                     *       "name": "Web shop",
                     *       "kind": "browser",
                     *       "enabled": true,
                     *       "party": 1,
                     *       "trustsProperties": false,
                     *       "aliasesAnchors": false,
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "writeKey": "wk_1",
                     *       "writeKeys": [
                     *         "wk_1"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSource"];
            503: components["responses"]["Unavailable"];
        };
    };
    quarantine: {
        parameters: {
            query?: {
                /** @description Id of a source; all when absent. */
                source?: string;
                /** @description Of a reason that the event must have. */
                code?: string;
                /** @description The `next` of the page before, unchanged. */
                cursor?: string;
                limit?: number;
                /**
                 * @description The position of a full acknowledgement; the read waits until it sees that far.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "position": "12",
                     *           "source": "src_1",
                     *           "messageId": "m-9",
                     *           "call": "track",
                     *           "name": "Order Completed",
                     *           "time": "2026-03-01T12:00:00Z",
                     *           "receivedAt": "2026-03-01T12:00:00Z",
                     *           "reasons": [
                     *             {
                     *               "code": "no_identifier",
                     *               "path": "",
                     *               "found": ""
                     *             }
                     *           ],
                     *           "body": "{\"messageId\":\"m-9\",\"event\":\"Order Completed\"}"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Quarantine"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    trace: {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement; the read waits until it sees that far.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /** @example m-9 */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry for each time it came, from whichever source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "m-9",
                     *       "events": [
                     *         {
                     *           "source": "src_1",
                     *           "stations": [
                     *             {
                     *               "name": "received",
                     *               "position": "12",
                     *               "at": "2026-03-01T12:00:00Z"
                     *             },
                     *             {
                     *               "name": "decided",
                     *               "position": "12",
                     *               "result": "quarantined",
                     *               "reasons": [
                     *                 {
                     *                   "code": "no_identifier",
                     *                   "path": "",
                     *                   "found": ""
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Trace"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `event_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "code": "event_not_found",
                     *       "detail": "No such event came."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    status: {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement; the read waits until it sees that far.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers of this moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "startedAt": "2026-03-01T12:00:00Z",
                     *       "outcomes": {
                     *         "received": 10,
                     *         "accepted": 7,
                     *         "duplicate": 1,
                     *         "quarantined": 2,
                     *         "dropped": 0
                     *       },
                     *       "sources": [
                     *         {
                     *           "id": "src_1",
                     *           "outcomes": {
                     *             "received": 10,
                     *             "accepted": 7,
                     *             "duplicate": 1,
                     *             "quarantined": 2,
                     *             "dropped": 0
                     *           }
                     *         }
                     *       ],
                     *       "positions": {
                     *         "archived": "9",
                     *         "decided": "10",
                     *         "durable": "10"
                     *       },
                     *       "lag": 0,
                     *       "bytes": {
                     *         "archive": 12288,
                     *         "log": 65536,
                     *         "state": 4096
                     *       },
                     *       "counts": {
                     *         "sources": 1
                     *       },
                     *       "ailments": [],
                     *       "behind": [],
                     *       "analytics": {
                     *         "phase": "following",
                     *         "progress": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["NotYet"];
        };
    };
    watch: {
        parameters: {
            query?: {
                /** @description `status`, `events` and `alerts`, with commas between them. */
                topics?: string;
                /** @description A position to begin after; without it only what comes from now on. */
                after?: string;
                /** @description Id of a source. */
                source?: string;
                /** @description An event's name or a call. */
                name?: string;
                outcome?: "accepted" | "duplicate" | "quarantined" | "dropped";
                /** @description In the event or in its owner, capital letters or not. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            503: components["responses"]["Unavailable"];
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Kim",
                     *       "endsAt": "2026-03-02T00:00:00Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Of the key; what is changed is recorded under it. */
                        name: string;
                        /**
                         * Format: date-time
                         * @description When the session runs out; absent for a key.
                         */
                        endsAt?: string;
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    signIn: {
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
                 *       "key": "ink_0123456789"
                 *     }
                 */
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description It is in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Kim",
                     *       "endsAt": "2026-03-02T00:00:00Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Of the key; what is changed is recorded under it. */
                        name: string;
                        /**
                         * Format: date-time
                         * @description When the session runs out; absent for a key.
                         */
                        endsAt?: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signedIn": false
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        signedIn: false;
                    };
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    redeemOwnerLink: {
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
                 *       "token": "the-secret-of-the-link",
                 *       "name": "Kim"
                 *     }
                 */
                "application/json": {
                    token: string;
                    /**
                     * @description What people call the key.
                     * @default owner
                     */
                    name?: string;
                };
                "application/x-www-form-urlencoded": {
                    token: string;
                    /**
                     * @description What people call the key.
                     * @default owner
                     */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The key. It is shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "mk_0123456789",
                     *       "name": "Kim"
                     *     }
                     */
                    "application/json": {
                        key: string;
                        name: string;
                    };
                    "text/html": string;
                };
            };
            400: components["responses"]["Invalid"];
            /** @description `owner_link_spent`: unknown, or used before. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "code": "event_not_found",
                     *       "detail": "No such event came."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    ownerPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example the-secret-of-the-link */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with one button. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
            /** @description `not_ready`, with the reasons. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "code": "event_not_found",
                     *       "detail": "No such event came."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenMetrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/openmetrics-text": string;
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
}
