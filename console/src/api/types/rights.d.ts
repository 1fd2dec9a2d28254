// Made from api/openapi/rights.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All erasures, the newest first. */
        get: operations["erasures"];
        put?: never;
        /** Erase a person, or, with `preview`, look at what that would take out of every place. */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the erasure.
                 * @example ers_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** How far an erasure has come, place by place. */
        get: operations["erasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{id}/scrub": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the erasure.
                 * @example ers_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin at once what is left of an erasure. All that wait are scrubbed together. */
        post: operations["scrubErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the erasure.
                 * @example ers_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Proof of an erasure with both times, signed with the workspace's key (RFC 7515, EdDSA). */
        get: operations["erasureCertificate"];
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
        };
        /** @description Names one person, by `profile` or by `identifier`. */
        Asked: {
            /** @description A profile id, or `type:value`. */
            profile?: string;
            identifier?: {
                type: string;
                value: string;
            };
            /** @description Kept for ever; without anything of the person's. */
            reason?: string;
            /**
             * @default later
             * @enum {string}
             */
            scrub: "now" | "later";
        };
        Place: {
            /** @enum {string} */
            place: "state" | "archive" | "quarantine" | "log" | "outbox" | "search" | "read-model" | "vocabulary" | "imports" | "scratch" | "tasks";
            /** @description How many things there hold or held the person. */
            found: number;
            /**
             * Format: date-time
             * @description Since when no read finds them.
             */
            hiddenAt?: string;
            /**
             * Format: date-time
             * @description Since when nothing of them is on the disk.
             */
            scrubbedAt?: string;
            tries: number;
            /** @description What went wrong last; it is tried again. */
            error?: string | null;
        };
        Foreseen: {
            /** @description Those that would go, `type:value`. */
            identifiers: string[];
            /** @description Those that other people's events name. */
            identifiersKept: number;
            events: number;
            /** Format: date-time */
            first: string;
            /** Format: date-time */
            latest: string;
            places: components["schemas"]["Place"][];
        };
        Erasure: {
            id: string;
            /** @description Whom it was asked for */
            subject: string;
            /** @enum {string} */
            state: "pending" | "effective" | "scrubbed";
            author: string;
            reason: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            effectiveAt?: string;
            /** Format: date-time */
            scrubbedAt?: string;
            /**
             * Format: date-time
             * @description When scrubbing begins by itself at the latest.
             */
            scrubDue: string;
            /** Format: date-time */
            refusesUntil: string;
            events: number;
            identifiersKept: number;
            /** @description Keyed hashes. */
            identifiers: string[];
            places: components["schemas"]["Place"][];
        };
        Certificate: {
            /** @description Base64url. */
            protected: string;
            /** @description Base64url of the certificate's bytes, which are what is signed. */
            payload: string;
            /** @description Base64url. */
            signature: string;
            /** @description X.509, base64. */
            publicKey: string;
            /** @description The payload, readable. Times are `askedAt`, `effectiveAt` and `scrubbedAt`. */
            certificate: {
                id?: string;
                /** Format: date-time */
                effectiveAt?: string;
                /** Format: date-time */
                scrubbedAt?: string;
            };
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
        /** @description `erasure_not_found`. */
        NoErasure: {
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
         * @description Of the erasure.
         * @example ers_1
         */
        id: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    erasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with how far it has come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasures: components["schemas"]["Erasure"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    erase: {
        parameters: {
            query?: {
                /** @description Whether only to look. Nothing is changed then, and no reason is needed. */
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "identifier": {
                 *         "type": "email",
                 *         "value": "kim@example.kr"
                 *       },
                 *       "reason": "asked by letter of 3 March",
                 *       "scrub": "now"
                 *     }
                 */
                "application/json": components["schemas"]["Asked"];
            };
        };
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Foreseen"];
                };
            };
            /** @description No read finds the person any more. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /**
             * @description The person is out of state, but something stands in the way of clearing the rest: `places` say what. It is
             *     tried again until it is done, and rebuilds and replays wait for it.
             */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `invalid_json`, `missing_identifier`, `missing_reason`, `invalid_scrub` or `invalid_preview`. */
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
            /** @description `profile_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `archive_unavailable`, `replay_running` (of a preview), or why the log takes nothing. */
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
    erasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the erasure.
                 * @example ers_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoErasure"];
        };
    };
    scrubErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the erasure.
                 * @example ers_1
                 */
                id: components["parameters"]["id"];
            };
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
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NoErasure"];
        };
    };
    erasureCertificate: {
        parameters: {
            query?: {
                /** @description `html` is a page for people. */
                format?: "json" | "html";
                /** @description Of the page. */
                lang?: "ko" | "en";
            };
            header?: never;
            path: {
                /**
                 * @description Of the erasure.
                 * @example ers_1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate, also of an erasure that is not complete; it says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                    "text/html": string;
                };
            };
            /** @description `invalid_format` or `invalid_lang`. */
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
            404: components["responses"]["NoErasure"];
        };
    };
}
