// Made from api/openapi/computed-traits.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/computed-traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All computed traits. */
        get: operations["computedTraits"];
        put?: never;
        /** Define a computed trait. */
        post: operations["createComputedTrait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/computed-traits/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready-made definitions, to be saved as they are or changed first. */
        get: operations["computedTraitTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/computed-traits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the computed trait.
                 * @example orders_90d
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** One computed trait with all its versions. */
        get: operations["computedTrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save the next version; what is left out stays as it was.
         * @description One that an active segment or computed trait uses cannot be put away (`in_use`).
         */
        patch: operations["changeComputedTrait"];
        trace?: never;
    };
    "/api/v1/computed-traits/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the computed trait.
                 * @example orders_90d
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person's value and what decided it. */
        post: operations["explainComputedTrait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/computed-traits/{id}/measure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the computed trait.
                 * @example orders_90d
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work out the quintiles of an RFM anew.
         * @description They are worked out when it becomes ready, and each day from then on. The cuts found go on record.
         */
        post: operations["measureComputedTrait"];
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
         * @description Only an active one has values. A new one is a draft.
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
            definition: components["schemas"]["Definition"];
        };
        Listed: components["schemas"]["Version"] & {
            /** @description Whether it has values now. */
            ready: boolean;
            /** @description How much of its history is counted. */
            progress: number;
            /**
             * @description Of its values.
             * @enum {string}
             */
            type: "text" | "number" | "truth" | "list" | "date" | "any";
            /** @description Segments that name it. */
            usedBy: string[];
            /** @description Computed traits that name it. */
            usedByTraits: string[];
            /** @description Of an RFM with quintiles, while they are worked out: how far. */
            measuring?: number;
            measured?: components["schemas"]["Cuts"];
        };
        /** @description Of an RFM the cuts in force; absent until they are known. */
        Cuts: {
            /** @description Days, ascending: no more than the first is 5. */
            recency: number[];
            /** @description Events, ascending: at least the last is 5. */
            frequency: number[];
            /** @description Sums, ascending: at least the last is 5. */
            monetary: number[];
            /** @description How many they were worked out from. */
            people?: number;
            /** Format: date-time */
            asOf?: string;
        };
        /**
         * @description Exactly one of these forms.
         *
         *     - `aggregate` of the events of an `event` name with `where` (as in conditions) and a `property`, or of several such
         *       in `of`, in a `window` (as in conditions, not `since`; ever by default). `count`, `sum`, `avg`, `min`, `max`,
         *       `first`, `last`; `most_frequent`: the value met most often, of several the one met last; `unique`: a list of at
         *       most 100 different values, the latest first; `distinct`: how many different ones. `most_frequent` and `unique` take
         *       lists apart, so `products.category` counts each product. In `of`, `as` names a fixed value instead of a
         *       property: `{event: Email Link Clicked, as: email}`.
         *     - `sessions`: `count`, `length` (of all, in seconds), `average_length`, `last` (when the latest began), `first`: of
         *       those that are known one by one.
         *     - `hour`: the hour of the day (0 to 23) in which the person is active most, in the workspace's time zone.
         *     - `touch`: `first` or `last`, `of`: `channel` (paid_search, organic_search, paid_social, organic_social, email,
         *       message, push, display, affiliates, video, referral, campaign, direct), `campaign` or `referrer`. The last touch passes over
         *       direct visits.
         *     - `rfm`: `{event, where, property, window, cuts}`; `cuts` is `quintiles`, or Cuts of your own. Its value is `{recency,
         *       frequency, monetary, score}`, 1 to 5 each, `score` like `545`.
         *     - `stages`: the first whose `when` (a condition) holds, or whose `after_gap` does: `{event, where, gap: "365 days",
         *       within: "90 days"}`, an event within so long ago that came so long after the one before. Else `otherwise`.
         *     - `anniversary`: a trait's path; the next day on which its date returns.
         * @example {
         *       "aggregate": "sum",
         *       "event": "Order Completed",
         *       "property": "revenue",
         *       "window": {
         *         "last": "90 days"
         *       }
         *     }
         */
        Definition: {
            /** @enum {string} */
            aggregate?: "count" | "sum" | "avg" | "min" | "max" | "first" | "last" | "most_frequent" | "unique" | "distinct";
            event?: string;
            where?: Record<string, never>[];
            property?: string | unknown[];
            of?: unknown[] | string;
            window?: string | Record<string, never>;
            /** @enum {string} */
            sessions?: "count" | "length" | "average_length" | "first" | "last";
            /** @enum {string} */
            hour?: "most_active";
            /** @enum {string} */
            touch?: "first" | "last";
            rfm?: Record<string, never>;
            stages?: Record<string, never>[];
            otherwise?: string;
            anniversary?: string | unknown[];
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
                    /** @description Warnings as those of a segment. */
                    notices: components["schemas"]["Fault"][];
                };
            };
        };
        /** @description `invalid_json` or `missing_profile`. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_computed_trait`, with all problems; `cycle` names the way back to itself, `in_use` who uses it. */
        InvalidTrait: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `computed_trait_not_found` or `profile_not_found`. */
        NoTrait: {
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
         * @description Of the computed trait.
         * @example orders_90d
         */
        id: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    computedTraits: {
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
                        computedTraits: components["schemas"]["Listed"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    createComputedTrait: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By which conditions name it: letters, digits, `_` and `-`. Made up when left out; never changes. */
                    id?: string;
                    name: string;
                    folder?: string;
                    labels?: string[];
                    status?: components["schemas"]["Status"];
                    definition: components["schemas"]["Definition"];
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
            422: components["responses"]["InvalidTrait"];
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
    computedTraitTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sessions, preferences, RFM, life-cycle stage, touches, anniversary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: {
                            id: string;
                            /** @description In English; the console has the Korean by the id. */
                            name: string;
                            definition: components["schemas"]["Definition"];
                        }[];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    computedTrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the computed trait.
                 * @example orders_90d
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
            404: components["responses"]["NoTrait"];
        };
    };
    changeComputedTrait: {
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
                 * @description Of the computed trait.
                 * @example orders_90d
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
                    definition?: components["schemas"]["Definition"];
                    reason?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Saved"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoTrait"];
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidTrait"];
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
    explainComputedTrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the computed trait.
                 * @example orders_90d
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
            /** @description The value at this moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the profile. */
                        id: string;
                        computedTrait: string;
                        version: number;
                        /** Format: date-time */
                        asOf: string;
                        /** @description Absent when there is none. */
                        value?: unknown;
                        /**
                         * Format: date-time
                         * @description The next instant at which it may change with no new event; absent for never.
                         */
                        changesAt?: string;
                        /** @description `count`, the newest `events`, whether that is `exact`; of RFM the numbers and the `cuts` used; of a stage the reasons of each rule looked at. */
                        reason: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoTrait"];
        };
    };
    measureComputedTrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the computed trait.
                 * @example orders_90d
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It begins; `measuring` tells how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoTrait"];
            /** @description `nothing_to_measure`: it has no quintiles, or is not ready. */
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
