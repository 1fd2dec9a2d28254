// Made from api/openapi/vocabulary.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events, properties, traits, segments and purposes with their most frequent values. */
        get: operations["vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vocabulary/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspace's own words. */
        get: operations["synonyms"];
        /** Save the next version of the workspace's own words, all of them. */
        put: operations["saveSynonyms"];
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
            problems?: {
                code: string;
                /** @description A JSON Pointer into the body. */
                path: string;
                found: string;
            }[];
        };
        /**
         * @description `date`: texts that are days or instants. `list` of one of the others; `any`: now this and now that, or fields.
         * @enum {string}
         */
        Type: "text" | "number" | "truth" | "list" | "date" | "any";
        Valued: {
            /** @description With dots, as conditions name it; through lists too, `products.category`. */
            path: string;
            type: components["schemas"]["Type"];
            /** @description Most frequent first; empty where they tell people apart, or none are shared by many. */
            values: (string | number | boolean)[];
        };
        Vocabulary: {
            /** @description Of the log up to which it is complete. */
            position: string;
            events: {
                /** @description Of a track its event's; of other calls the call's: page, screen, identify, group, alias. */
                name: string;
                count: number;
                /** Format: date-time */
                lastSeen: string;
                properties: components["schemas"]["Valued"][];
            }[];
            traits: (components["schemas"]["Valued"] & {
                /** @description Who have it, estimated; exact up to 256. */
                people: number;
            })[];
            segments: {
                id: string;
                name: string;
                /** @enum {string} */
                status: "draft" | "active" | "archived";
            }[];
            computedTraits: {
                /** @description Conditions name it as a trait. */
                id: string;
                name: string;
                type: components["schemas"]["Type"];
                /** @enum {string} */
                status: "draft" | "active" | "archived";
            }[];
            purposes: string[];
            accounts: {
                traits: components["schemas"]["Valued"][];
            };
            synonyms: components["schemas"]["Synonym"][];
            /** @description ISO 4217. */
            currency: string;
            /** @description IANA name. */
            timeZone: string;
            /** @enum {string} */
            weekStart: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        };
        /**
         * @example {
         *       "word": "가전 매니아",
         *       "kind": "segment",
         *       "name": "seg_7"
         *     }
         */
        Synonym: {
            /** @description As people say it. */
            word: string;
            /** @enum {string} */
            kind: "event" | "trait" | "segment" | "purpose" | "score";
            /** @description Of what it is a word. */
            name: string;
        };
    };
    responses: {
        /** @description The words in force. */
        Synonyms: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @description 0 as long as none were saved. */
                    version: number;
                    synonyms: components["schemas"]["Synonym"][];
                };
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
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    vocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The most frequent first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    synonyms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Synonyms"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    saveSynonyms: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The version that was seen.
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
                    synonyms: components["schemas"]["Synonym"][];
                    reason?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Synonyms"];
            /** @description `invalid_json`. */
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
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_synonyms`, with all problems: `missing`, `not_a_text`, `too_long`, `unknown_word`, `unknown_field`, `too_many`, `duplicate`. */
            422: {
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
}
