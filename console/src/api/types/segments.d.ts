// Made from api/openapi/segments.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All segments. */
        get: operations["segments"];
        put?: never;
        /** Define a segment. */
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a phrase as a condition to edit; nothing is saved.
         * @description By rules and the workspace's own words (`GET /api/v1/vocabulary`), in Korean and English: "최근 2일 동안 10만원 이상
         *     구매하고 AS를 받지 않은 서울 고객". Every character of the text is accounted for in `pieces`; what was not understood is not in
         *     the condition.
         */
        post: operations["parsePhrase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For how many people a condition holds now, without saving it.
         * @description Asked of a read-model that follows what is committed: within seconds, and later under load, since it takes a tenth of its time at most; `position` says how far it has come, and `at-least` waits for it.
         *     Other segments that the condition names count as they are defined now. A draft's own id plays no part.
         *
         *     A preview that takes longer than 20 seconds is given up. It is also given up when its client goes away, when
         *     somebody asks `DELETE /api/v1/segments/preview/{id}`, and when another preview with the same `id` begins: then the
         *     earlier one is answered `409 preview_cancelled`.
         */
        post: operations["previewSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/preview/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description That the client gave the preview.
                 * @example tab-1
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give up a preview that is under way. */
        delete: operations["cancelPreview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Why a condition holds of a person, or does not, without saving it.
         * @description Answered from state and the archive, by the person's own events.
         */
        post: operations["explainCondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many members segments have in common. */
        get: operations["segmentOverlap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** One segment with all its versions. */
        get: operations["segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save the next version; what is left out stays as it was.
         * @description Another condition of an active segment is counted from history first; then the difference is told once. A
         *     segment that another active one names cannot be put away (`in_use`).
         */
        patch: operations["changeSegment"];
        trace?: never;
    };
    "/api/v1/segments/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Who is a member now. */
        get: operations["segmentMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Who came and went, by day, and the size at each day's end. */
        get: operations["segmentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Why a person is a member, or is not. */
        post: operations["explainSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which segments a person is a member of. */
        get: operations["profileSegments"];
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
            /** @description A JSON Pointer into the body. */
            path: string;
            found: string;
        };
        /**
         * @description Only an active segment has members. A new one is a draft.
         * @enum {string}
         */
        Status: "draft" | "active" | "archived";
        Version: {
            id: string;
            name: string;
            folder: string;
            labels: string[];
            status: components["schemas"]["Status"];
            version: number;
            condition: components["schemas"]["Condition"];
        };
        Listed: components["schemas"]["Version"] & {
            /** @description Whether people are members of it now. */
            ready: boolean;
            /** @description How much of its history is counted. */
            progress: number;
            /** @description Members now. */
            size: number;
            /** @description Segments that name it. */
            usedBy: string[];
            /** @description Computed traits whose rules name it. */
            usedByTraits: string[];
        };
        Fact: {
            segment: string;
            version: number;
            /** @enum {string} */
            what: "entered" | "left";
            /** Format: date-time */
            at: string;
            /** @description The person's strongest then. */
            identifier: string;
            /** @description Of the entry that it follows from. */
            position: string;
            /** @description A Reason; or a `cause`: archived, or merged into somebody who is a member as well. */
            reason: Record<string, never>;
        };
        Reason: {
            /** @enum {string} */
            result: "match" | "no_match" | "unknown";
            /**
             * Format: date-time
             * @description The next instant at which it may change with no new event; absent for never.
             */
            changesAt?: string;
            /** @enum {string} */
            form?: "all" | "any" | "none";
            condition?: components["schemas"]["Condition"];
            /** @description What decided it: `value`, `count`, the newest `events`, whether that is `exact`. */
            facts?: Record<string, never>;
            of?: components["schemas"]["Reason"][];
        };
        Parsed: {
            condition?: components["schemas"]["Condition"];
            /** @enum {string} */
            language: "ko" | "en";
            /** @description All of it understood */
            certain: boolean;
            pieces: components["schemas"]["Piece"][];
            /** @description As those of a saved segment. */
            notices: components["schemas"]["Fault"][];
        };
        Piece: {
            /** @description Offset into the text in UTF-16 code units. */
            from: number;
            /** @description Offset after the last. */
            to: number;
            /**
             * @description Ambiguous stands in the condition in one of several ways; not understood does not stand in it.
             * @enum {string}
             */
            kind: "understood" | "ambiguous" | "not_understood" | "filler";
            /** @description A JSON Pointer into `condition`; absent when it stands for nothing there. */
            path?: string;
            /** @enum {string} */
            reason?: "unknown_word" | "not_in_workspace" | "other_currency" | "not_expressible" | "belongs_to_nothing" | "several_meanings" | "several_events" | "several_traits" | "several_purposes" | "several_amounts" | "value_not_known" | "count_or_amount" | "at_least_or_exactly" | "within_of_the_first_or_of_now" | "none_or_not_all" | "and_or_order" | "window_of_both";
            /** @description The word that was read in the place of a misspelt one. */
            corrected?: string;
            /** @description Other readings; each is a condition to put at `path` instead. */
            alternatives?: components["schemas"]["Condition"][];
        };
        /**
         * @description Exactly one of these forms.
         *
         *     - `all`, `any`, `none`: lists of conditions.
         *     - `trait`: a path (dots, or a list of names) with an `operator`.
         *     - `event`: a name; `where`: properties with operators, all of which hold; `aggregate`: count (default), sum, avg,
         *       min, max, distinct, first, last, of a `property`; an `operator` (of a count `gte` 1 by default); a `window`.
         *     - `sequence`: two steps or more, each an `event` with `where`, `within` so long of the step before; the last may be
         *       `not`. A `window`.
         *     - `segment`: another segment's id. `score`: a prediction with an operator. `consent`: a purpose granted.
         *     - `account`: `{trait, operator}`: something holds of the trait of one of the person's accounts; when an account
         *       changes, its members enter or leave. `{members: any|all|none, condition}`: the condition holds of any, all or none
         *       of the members of one of the person's accounts, the person included; what it asks may ask of members again. When
         *       that turns, all members enter or leave, with the time at which it turned. Of such a condition `changesAt` says
         *       nothing of what time alone changes for the other members: they are looked at when it does.
         *
         *     Operators: `equals`, `not_equals`, `contains` (`value`), `in` (`values`), `starts_with`, `ends_with`, `matches`
         *     (RE2 syntax, the whole value), `gt`, `gte`, `lt`, `lte` (`value`), `between` (`from`, `to`, both included),
         *     `exists`, `not_exists`, `before`, `after` (`value`: a day or an instant), `within_last`, `within_next`,
         *     `anniversary_within` (`within`: `7 days`).
         *
         *     Windows: `ever`; `{last: "2 days"}` (minutes, hours, days, weeks, months); `{between: [instant, instant]}`;
         *     `{since: trait}`; `{calendar: today | yesterday | this_week | last_week | this_month | last_month | this_quarter |
         *     last_quarter | this_year | last_year}`.
         * @example {
         *       "event": "Order Completed",
         *       "aggregate": "sum",
         *       "property": "revenue",
         *       "operator": "gte",
         *       "value": 100000,
         *       "window": {
         *         "last": "2 days"
         *       }
         *     }
         */
        Condition: {
            all?: components["schemas"]["Condition"][];
            any?: components["schemas"]["Condition"][];
            none?: components["schemas"]["Condition"][];
            trait?: string | unknown[];
            event?: string;
            where?: Record<string, never>[];
            /** @enum {string} */
            aggregate?: "count" | "sum" | "avg" | "min" | "max" | "distinct" | "first" | "last";
            property?: string | unknown[];
            sequence?: Record<string, never>[];
            segment?: string;
            score?: string;
            consent?: string;
            account?: Record<string, never>;
            operator?: string;
            value?: string | number | boolean;
            values?: unknown[];
            from?: number;
            to?: number;
            within?: string;
            window?: string | Record<string, never>;
        };
    };
    responses: {
        /** @description The version that is saved. */
        Saved: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Version"] & {
                    ready: boolean;
                    /** @description Warnings; nothing was refused for them. `unknown_event`, `unknown_property`, `unknown_trait`, `unknown_purpose`, `unknown_score`: nobody has met this so far. `type_mismatch`: what was met so far is of another type (`found`). */
                    notices: components["schemas"]["Fault"][];
                };
            };
        };
        /** @description `invalid_condition`, with all problems, each with the place in the condition. `unknown_segment` names one that is not there; `too_many_conditions`: more than 100 parts. */
        InvalidCondition: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `preview_building`: what is asked is being made (`positions.previewed` and `analytics` of `/api/v1/status` say how far it is); `preview_busy`: too many at once; `preview_too_slow`: given up; `preview_unavailable`: it failed, and is tried again by itself. */
        NoPreview: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_json`, `invalid_cursor`, `invalid_limit`, `invalid_format`, `invalid_preview` or `missing_profile`. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_segment`, with all problems; `cycle` names the way from the segment back to itself. */
        InvalidSegment: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `segment_not_found` or `profile_not_found`. */
        NoSegment: {
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
    };
    parameters: {
        /**
         * @description Of the segment.
         * @example big_buyers
         */
        id: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    segments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        segments: components["schemas"]["Listed"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Letters, digits, `_` and `-`; made up when left out. Never changes. */
                    id?: string;
                    name: string;
                    folder?: string;
                    labels?: string[];
                    status?: components["schemas"]["Status"];
                    condition: components["schemas"]["Condition"];
                    reason?: string;
                };
            };
        };
        responses: {
            201: components["responses"]["Saved"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `version_conflict`: there is one with this id. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidSegment"];
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
    parsePhrase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Counted in UTF-16 code units. */
                    text: string;
                    /**
                     * @description Told by the letters when left out.
                     * @enum {string}
                     */
                    language?: "ko" | "en";
                };
            };
        };
        responses: {
            /** @description What was understood. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parsed"];
                };
            };
            /** @description `invalid_json`, `missing_text`, `text_too_long` or `unknown_language`. */
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
        };
    };
    previewSegment: {
        parameters: {
            query?: {
                /** @description Wait until this position of the log is counted. */
                "at-least"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "event": "Order Completed",
                 *         "window": {
                 *           "last": "2 days"
                 *         }
                 *       },
                 *       "id": "tab-1",
                 *       "sample": 5,
                 *       "breakdown": {
                 *         "trait": "city"
                 *       }
                 *     }
                 */
                "application/json": {
                    condition: components["schemas"]["Condition"];
                    /** @description Chosen by the client, by which the preview may be cancelled: letters, digits, `_` and `-`. */
                    id?: string;
                    /**
                     * @description How many of the people to show.
                     * @default 10
                     */
                    sample?: number;
                    /** @description Key of the purpose that it is for: then `reach` is told, and only those who are permitted are shown. */
                    purpose?: string;
                    breakdown?: {
                        /** @description A path as in a condition: of a computed trait, where there is one of that name. */
                        trait: string | unknown[];
                        /** @default 10 */
                        limit?: number;
                    };
                };
            };
        };
        responses: {
            /** @description How many, of each part of the condition too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description People for whom it holds. */
                        count: number;
                        /** @description All people, anonymous ones too. */
                        of: number;
                        /** @description For a purpose: how many people each check leaves, see the consent API. */
                        reach?: {
                            purpose: string;
                            matched: number;
                            consented: number;
                            reachable: number;
                        };
                        /** @description Whether `count` is no estimate; always true at present. */
                        exact: boolean;
                        /**
                         * @description For how many people each part holds, by its JSON Pointer in the condition: the whole is `""`, the
                         *     second of an `all` is `/all/1`. Each is counted among all people, whatever the other parts say.
                         * @example {
                         *       "": 12,
                         *       "/all/0": 40,
                         *       "/all/1": 310
                         *     }
                         */
                        perNode: {
                            [key: string]: number;
                        };
                        sample: {
                            /** @description Of the profile. */
                            id: string;
                            /** @description `type:value`, the strongest first. */
                            identifiers: string[];
                            /** @description How they are called, where anybody said so. */
                            name?: string;
                            /** @description `email`, `phone` and the traits that the condition asks for, as far as they stand. */
                            traits: Record<string, never>;
                        }[];
                        breakdown?: {
                            trait: string;
                            /** @description The most frequent first. Of a list each element counts once. */
                            values: {
                                value: string | number | boolean;
                                count: number;
                            }[];
                            /** @description Further different values. */
                            other: number;
                            /** @description People without a text, number or truth there. */
                            none: number;
                        };
                        tookMs: number;
                        /**
                         * Format: date-time
                         * @description The instant for which it was answered.
                         */
                        asOf: string;
                        /** @description Everything up to this position of the log is counted. */
                        position: string;
                        notices: components["schemas"]["Fault"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `preview_cancelled`; or `not_yet`: there is no such position yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidCondition"];
            503: components["responses"]["NoPreview"];
        };
    };
    cancelPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description That the client gave the preview.
                 * @example tab-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ends */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `preview_not_found`: none with this id is under way. */
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
    explainCondition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    condition: components["schemas"]["Condition"];
                    /** @description A profile's id, or `type:value` of any identifier. */
                    profile: string;
                };
            };
        };
        responses: {
            /** @description The condition's own tree, with what decided each part and when it may change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description Everything up to this position of the log is counted. */
                        position: string;
                        reason: components["schemas"]["Reason"];
                        notices: components["schemas"]["Fault"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `profile_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_condition`, with all problems; or `history_too_long`: the person has more than 100,000 events. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `archive_behind`, `archive_unavailable` or `busy`. */
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
    segmentOverlap: {
        parameters: {
            query: {
                /**
                 * @description Two to five segments, with commas between.
                 * @example vip,buyers
                 */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By the memberships as they stand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        segments: {
                            id: string;
                            size: number;
                        }[];
                        /** @description Every combination of two or more of them, by the order of `ids`. */
                        overlaps: {
                            segments: string[];
                            /** @description People who are members of all of these. */
                            size: number;
                            /** @description Of them those who are members of none of the others. */
                            only: number;
                        }[];
                        /** @description Members of any of them. */
                        union: number;
                        position: string;
                    };
                };
            };
            /** @description `invalid_ids`: two to five different ones. */
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
            404: components["responses"]["NoSegment"];
        };
    };
    segment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions are newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed"] & {
                        versions: components["schemas"]["Version"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSegment"];
        };
    };
    changeSegment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that was seen.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    folder?: string;
                    labels?: string[];
                    status?: components["schemas"]["Status"];
                    condition?: components["schemas"]["Condition"];
                    reason?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Saved"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSegment"];
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidSegment"];
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
    segmentMembers: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Why a file is wanted; without it `400 reason_required`. It stands in the access log. */
                reason?: string;
                /** @description Key of the purpose that they are for: then only those who are permitted for it at this moment are told, and the first page tells `reach`. A page may then be shorter than `limit` and still have a `next`. */
                purpose?: string;
                /** @description `csv` and `parquet` are all members at once, with the columns `id`, `identifier`, `since` and `version`, whatever `cursor` and `limit` say. No cell of CSV begins a formula: a quotation mark (') stands before one that would. */
                format?: "json" | "csv" | "parquet";
            };
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of identifiers; as a file all of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                    "application/json": {
                        members: {
                            /** @description Of the profile. */
                            id?: string;
                            /** @description The person's strongest. */
                            identifier: string;
                            /** @description How they are called, where anybody said it. */
                            name?: string;
                            /** Format: date-time */
                            since: string;
                            /** @description Of the segment when they entered. */
                            version: number;
                        }[];
                        next?: string;
                        /** @description For a purpose: how many people each check leaves, see the consent API. */
                        reach?: {
                            purpose: string;
                            matched: number;
                            consented: number;
                            reachable: number;
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSegment"];
            /** @description `unknown_purpose`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    segmentHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days of the workspace's calendar on which anybody did, ascending. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        size: number;
                        days: {
                            /** Format: date */
                            day: string;
                            entered: number;
                            left: number;
                            size: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSegment"];
        };
    };
    explainSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example big_buyers
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A profile's id, or `type:value` of any identifier. */
                    profile: string;
                };
            };
        };
        responses: {
            /** @description The condition's own tree, with what decided each part and when it may change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        segment: string;
                        version: number;
                        /** Format: date-time */
                        asOf: string;
                        reason: components["schemas"]["Reason"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoSegment"];
        };
    };
    profileSegments: {
        parameters: {
            query?: {
                /** @description Every entry and exit too */
                history?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description A profile's id, or `type:value` of any identifier.
                 * @example email:kim@example.com
                 */
                who: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By the segments' ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        segments: {
                            segment: string;
                            /** Format: date-time */
                            since: string;
                            version: number;
                        }[];
                        /**
                         * Format: date-time
                         * @description When this is looked at again at the latest.
                         */
                        changesAt?: string;
                        /** @description The newest first. */
                        history?: components["schemas"]["Fact"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `profile_not_found`. */
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
}
