// Made from api/openapi/identity.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/profiles/{who}/explain": {
        parameters: {
            query?: {
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        /** Why all that a profile holds is one person, and what was refused. */
        get: operations["profileExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/explain": {
        parameters: {
            query: {
                /**
                 * @description A profile's id, or `type:value` of any identifier; a blocked value, too.
                 * @example user_id:u-1042
                 */
                a: string;
                /**
                 * @description The other.
                 * @example anonymous_id:a-1
                 */
                b: string;
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why two are one person, or what stands between them. */
        get: operations["identityExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/cuts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cuts that stand, newest first. */
        get: operations["cuts"];
        put?: never;
        /** Unmerge; two sets of identifiers are never the same person. */
        post: operations["cutMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/cuts/{id}": {
        parameters: {
            query?: {
                /** @description Why; kept in the log. */
                reason?: string;
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a cut back, as if it had never been said. */
        delete: operations["cutUndo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stewards' links that stand, newest first. */
        get: operations["stewardLinks"];
        put?: never;
        /** Merge; two identifiers are the same person. */
        post: operations["linkMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/links/{id}": {
        parameters: {
            query?: {
                /** @description Why; kept in the log. */
                reason?: string;
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a steward's link back, as if it had never been said. */
        delete: operations["linkUndo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A file of cuts and links; every row is answered. */
        post: operations["identityBulk"];
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
        Identifier: {
            type: string;
            value: string;
        };
        /** @description `type:value`, a profile's id, or an object of type and value. */
        Named: string | components["schemas"]["Identifier"];
        End: {
            type: string;
            value: string;
            /** @description Its profile's id; absent for a blocked value. */
            profile?: string;
        };
        /** @description The best piece of evidence, the latest, and how much there is. */
        Evidence: {
            /** @description 0 a steward's, 1 a trusted source's, 2 any other's, 3 matching's. */
            rank: number;
            /** Format: date-time */
            time: string;
            /** @description Of the event; of a steward's word its id. */
            messageId: string;
            /** @description Absent for a steward's word. */
            source?: string;
            /** @description Events; 0 when a steward alone said it. */
            count: number;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            latest?: {
                messageId: string;
                source: string;
                /** Format: date-time */
                time: string;
            };
        };
        /** @description A steward's link. */
        Said: {
            id: string;
            a: components["schemas"]["Identifier"];
            b: components["schemas"]["Identifier"];
            /** @description The name of the key. */
            author: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        Link: {
            between: components["schemas"]["Identifier"][];
            /** @enum {string} */
            rule: "same_event" | "alias" | "steward";
            /** @description Log2 odds that both are one customer, -60 to 60; 60 for what was said outright. */
            weight: number;
            evidence: components["schemas"]["Evidence"];
            stewards?: components["schemas"]["Said"][];
        };
        Step: {
            from: components["schemas"]["Identifier"];
            to: components["schemas"]["Identifier"];
            /** @enum {string} */
            rule: "same_event" | "alias" | "steward";
            /** @description Log2 odds that both are one customer, -60 to 60; 60 for what was said outright. */
            weight: number;
            evidence: components["schemas"]["Evidence"];
            stewards?: components["schemas"]["Said"][];
        };
        Refused: {
            between: components["schemas"]["Identifier"][];
            evidence: components["schemas"]["Evidence"];
            stewards?: components["schemas"]["Said"][];
            reasons: components["schemas"]["Reason"][];
        };
        Reason: {
            /**
             * @description anchor: each side has one already, and better evidence came first. limit: more values of a type than the
             *     rules allow. shared: an identifier names more than one person. blocked: the value names nobody. cut: a
             *     steward said so. untrusted: sources of this kind may not say it.
             * @enum {string}
             */
            code: "anchor" | "limit" | "shared" | "blocked" | "cut" | "untrusted";
            anchors?: components["schemas"]["Identifier"][];
            type?: string;
            limit?: number;
            identifier?: components["schemas"]["Identifier"];
            rank?: number;
            ofType?: string;
            /** @description Whether only its links to that type fall away. */
            hub?: boolean;
            /** @description Its id. */
            cut?: string;
            /** @enum {string} */
            kind?: "browser" | "app" | "server" | "import";
        };
        Cut: {
            id: string;
            left: components["schemas"]["Identifier"][];
            right: components["schemas"]["Identifier"][];
            /** @description The name of the key. */
            author: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        StewardLink: {
            id: string;
            a: components["schemas"]["Identifier"];
            b: components["schemas"]["Identifier"];
            /** @description The name of the key. */
            author: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        Explanation: {
            id: string;
            identifiers: components["schemas"]["Identifier"][];
            links: components["schemas"]["Link"][];
            spareLinks: components["schemas"]["Link"][];
            refused: components["schemas"]["Refused"][];
            /** @description At most so many more; absent when all are listed. */
            refusedNotListed?: number;
            cuts: components["schemas"]["Cut"][];
            /** @description Stretches of time in which a login gives a device's events to this person, and those in which it gives events of this person's devices to others; by device, in the order of time. */
            logins?: components["schemas"]["LoginSlice"][];
            /** @description So many older ones are left out; absent when all are listed. */
            loginsNotListed?: number;
            position: string;
        };
        LoginSlice: {
            device: components["schemas"]["Identifier"];
            /** @enum {string} */
            policy: "last" | "by_login";
            /** @enum {string} */
            code: "owned_by_login" | "owned_by_others_login";
            /**
             * Format: date-time
             * @description Its first millisecond; absent from the beginning of time on.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Its last millisecond; absent until further notice.
             */
            last?: string;
            anchor: components["schemas"]["Identifier"];
            /** @description The event that says so. */
            login: {
                messageId: string;
                /** Format: date-time */
                time: string;
                source: string | null;
                /** @description 1 a trusted source's */
                rank: number;
            };
        };
        Relation: {
            a: components["schemas"]["End"];
            b: components["schemas"]["End"];
            onePerson: boolean;
            /** @enum {string} */
            verdict: "one_person" | "no_evidence" | "evidence_refused";
            /** @description From a to b. */
            path: components["schemas"]["Step"][];
            /** @description Evidence that would hold them together should a link of the path go. */
            spareLinks: components["schemas"]["Link"][];
            /** @description Between the two profiles, or of both with the same third. */
            refused: components["schemas"]["Refused"][];
            refusedNotListed?: number;
            /** @description That lie between them. */
            cuts: components["schemas"]["Cut"][];
            position: string;
        };
        CutMade: {
            id: string;
            left: components["schemas"]["Identifier"][];
            right: components["schemas"]["Identifier"][];
            author: string;
            /** Format: date-time */
            at: string;
            reason: string;
            /** @constant */
            result: "made";
            position: string;
        };
        LinkMade: {
            id: string;
            a: components["schemas"]["Identifier"];
            b: components["schemas"]["Identifier"];
            author: string;
            /** Format: date-time */
            at: string;
            reason: string;
            onePerson: boolean;
            /** @constant */
            result: "made";
            position: string;
        };
        Previewed: {
            /** @enum {string} */
            result: "preview" | "exists" | "undone";
            /** @description Of what exists or was undone. */
            id?: string;
            /** @description The people concerned as they are, at most 20; those named first. Each as `GET /api/v1/profiles/{who}` shows a person, without position. */
            before?: Record<string, never>[];
            /** @description The same people as they would be. */
            after?: Record<string, never>[];
            moves?: {
                /** @description A profile's id. */
                from: string;
                to: string;
                identifiers: components["schemas"]["Identifier"][];
                events: number;
            }[];
            /** @description Identifiers that the decision would make shared. */
            turningShared?: {
                identifier: components["schemas"]["Identifier"];
                rank: number;
                ofType: string;
                hub: boolean;
            }[];
            profilesNotListed?: number;
            position?: string;
        };
        Bulk: {
            rows: {
                row: number;
                /** @enum {string} */
                result: "made" | "exists" | "valid" | "refused" | "not_done";
                id?: string;
                /** @description As for a single decision; also `invalid_csv` and `invalid_action`. */
                code?: string;
                detail?: string;
                /** @description Seconds. */
                retryAfter?: number;
            }[];
            made: number;
            exists: number;
            valid: number;
            refused: number;
            /** @description Could not be made durable; send these rows again. */
            notDone: number;
            /** @description Of the last that was made. */
            position?: string;
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
         * @description `missing_identifier`, `invalid_identifier`, `unknown_type`, `blocked_identifier`, `same_identifier`,
         *     `not_in_profile`, `empty_side`, `too_many_pairs`, `invalid_cut`, `missing_reason`, `reason_too_long`,
         *     `invalid_preview`, `invalid_json`, `no_rows`, `too_many_rows`, `not_utf8`, `invalid_columns`,
         *     `invalid_position`, `invalid_limit` or `invalid_cursor`.
         */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `missing_key` or `unknown_key`. */
        NoKey: {
            headers: {
                "WWW-Authenticate"?: "Bearer";
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `owner_link_only`: this secret can only be exchanged for a key. */
        WrongKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `profile_not_found`, `cut_not_found` or `link_not_found`. */
        Unknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_yet`: reads have not come as far within five seconds. */
        NotYet: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `body_too_large`: nothing was done; send it in parts. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `busy`, `disk_full`, `writer_stopped` and others: nothing was done. */
        Unavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "missing_reason",
                 *       "detail": "Say why; it is kept with the decision."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The profile's id, or `type:value` of any identifier.
         * @example user_id:u-1042
         */
        who: string;
        /** @description The position of a full acknowledgement or of a decision. */
        atLeast: string;
        /** @description Whether only to show what would come of it. */
        preview: boolean;
        /** @description The `next` of the page before, unchanged. */
        cursor: string;
        limit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    profileExplain: {
        parameters: {
            query?: {
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links that hold it together in the order in which the definition takes them, spare and refused evidence, cuts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "4f6t1wq0h2m9c3n8x5z7a1b2c3",
                     *       "identifiers": [
                     *         {
                     *           "type": "user_id",
                     *           "value": "u-1042"
                     *         },
                     *         {
                     *           "type": "anonymous_id",
                     *           "value": "a-1"
                     *         }
                     *       ],
                     *       "links": [
                     *         {
                     *           "between": [
                     *             {
                     *               "type": "user_id",
                     *               "value": "u-1042"
                     *             },
                     *             {
                     *               "type": "anonymous_id",
                     *               "value": "a-1"
                     *             }
                     *           ],
                     *           "rule": "same_event",
                     *           "weight": 60,
                     *           "evidence": {
                     *             "rank": 2,
                     *             "time": "2026-03-01T12:00:00Z",
                     *             "messageId": "m-1",
                     *             "source": "src_web",
                     *             "count": 3,
                     *             "firstSeen": "2026-03-01T12:00:00Z",
                     *             "lastSeen": "2026-03-02T09:00:00Z",
                     *             "latest": {
                     *               "messageId": "m-9",
                     *               "source": "src_web",
                     *               "time": "2026-03-02T09:00:00Z"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "spareLinks": [],
                     *       "refused": [
                     *         {
                     *           "between": [
                     *             {
                     *               "type": "user_id",
                     *               "value": "u-77"
                     *             },
                     *             {
                     *               "type": "anonymous_id",
                     *               "value": "a-1"
                     *             }
                     *           ],
                     *           "evidence": {
                     *             "rank": 2,
                     *             "time": "2026-03-03T12:00:00Z",
                     *             "messageId": "m-12",
                     *             "source": "src_web",
                     *             "count": 1,
                     *             "firstSeen": "2026-03-03T12:00:00Z",
                     *             "lastSeen": "2026-03-03T12:00:00Z",
                     *             "latest": {
                     *               "messageId": "m-12",
                     *               "source": "src_web",
                     *               "time": "2026-03-03T12:00:00Z"
                     *             }
                     *           },
                     *           "reasons": [
                     *             {
                     *               "code": "anchor",
                     *               "anchors": [
                     *                 {
                     *                   "type": "user_id",
                     *                   "value": "u-77"
                     *                 },
                     *                 {
                     *                   "type": "user_id",
                     *                   "value": "u-1042"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "cuts": [],
                     *       "position": "314"
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    identityExplain: {
        parameters: {
            query: {
                /**
                 * @description A profile's id, or `type:value` of any identifier; a blocked value, too.
                 * @example user_id:u-1042
                 */
                a: string;
                /**
                 * @description The other.
                 * @example anonymous_id:a-1
                 */
                b: string;
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The path from `a` to `b`, in order; or the evidence that was refused, with its reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    cuts: {
        parameters: {
            query?: {
                /** @description The `next` of the page before, unchanged. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
                /** @description The position of a full acknowledgement or of a decision. */
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
                    "application/json": {
                        cuts: components["schemas"]["Cut"][];
                        /** @description Cursor of the next page; absent at the end. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    cutMake: {
        parameters: {
            query?: {
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description `left` and `right`; or a `profile` and those of its `identifiers` that are somebody else than the rest of it.
         *     Identifiers that nobody has named yet may stand there: the cut waits for them. At most 100,000 pairs across.
         */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "profile": "user_id:u-1042",
                 *       "identifiers": [
                 *         "anonymous_id:a-1"
                 *       ],
                 *       "reason": "They share a tablet."
                 *     }
                 */
                "application/json": {
                    left?: components["schemas"]["Named"][];
                    right?: components["schemas"]["Named"][];
                    profile?: components["schemas"]["Named"];
                    identifiers?: components["schemas"]["Named"][];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description A preview; or the same cut stands already (`exists`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Made, and in force. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CutMade"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["NotYet"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
    cutUndo: {
        parameters: {
            query?: {
                /** @description Why; kept in the log. */
                reason?: string;
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Undone; or a preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    stewardLinks: {
        parameters: {
            query?: {
                /** @description The `next` of the page before, unchanged. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
                /** @description The position of a full acknowledgement or of a decision. */
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
                    "application/json": {
                        links: components["schemas"]["StewardLink"][];
                        /** @description Cursor of the next page; absent at the end. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    linkMake: {
        parameters: {
            query?: {
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "a": "user_id:u-1042",
                 *       "b": "user_id:u-77",
                 *       "reason": "She called and said so."
                 *     }
                 */
                "application/json": {
                    a: components["schemas"]["Named"];
                    b: components["schemas"]["Named"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description A preview; or a steward's link between the two stands already (`exists`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Made, and in force. `onePerson` is false where something stands against it; ask why at explain. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkMade"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["NotYet"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
    linkUndo: {
        parameters: {
            query?: {
                /** @description Why; kept in the log. */
                reason?: string;
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Undone; or a preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    identityBulk: {
        parameters: {
            query?: {
                /** @description Whether only to show what would come of it. */
                preview?: components["parameters"]["preview"];
                /** @description The position of a full acknowledgement or of a decision. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description At most 5,000 rows and 512,000 bytes. Rows count from 1, the header and blank lines left out. With
         *     `?preview=true` every row is checked and nothing is written. The same file twice changes nothing: its rows
         *     answer `exists`.
         */
        requestBody: {
            content: {
                /**
                 * @example action,left,right,reason
                 *     cut,user_id:u-1042,anonymous_id:a-1;anonymous_id:a-2,shared tablet
                 */
                "text/csv": string;
                /** @example {"a":"user_id:u-1042","b":"user_id:u-77","reason":"she called"} */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What became of each row. One that is refused stops none of the others. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["NotYet"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
}
