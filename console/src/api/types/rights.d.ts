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
    "/api/v1/erasures/{id}/kept-by-law": {
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
        /** Open what a law obliges to keep of an erased person. Who did and why is on record first. */
        post: operations["openKeptByLaw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statutory-retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which events a law obliges to keep, and how long. */
        get: operations["statutoryRetention"];
        /** Put other rules in force, for the erasures to come. */
        put: operations["saveStatutoryRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/access-archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A profile id, or `type:value`.
                 * @example email:kim@example.kr
                 */
                who: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that is held of a person in one ZIP, for them - JSON, CSV and a page to read. */
        post: operations["accessArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue of people's requests; those due first, first, closed ones last. */
        get: operations["rightsRequests"];
        put?: never;
        /** Put a request into the queue. Who asks is kept as a keyed hash. */
        post: operations["makeRightsRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the request.
                 * @example req_1
                 */
                id: string;
            };
            cookie?: never;
        };
        /** One request. */
        get: operations["rightsRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Note how it was made certain who asks, and what came of it. */
        patch: operations["changeRightsRequest"];
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that nothing may be sent to, by channel and keyed hash. */
        get: operations["suppressions"];
        put?: never;
        /** Put up to 10,000 addresses on the list. They need not be known, and stay on it after an erasure. */
        post: operations["suppress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether anything may be sent to some addresses. */
        post: operations["checkSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the suppression. */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an address off the list. */
        delete: operations["removeSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/restrictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose data is kept and not used, or not for some purposes. */
        get: operations["restrictions"];
        put?: never;
        /** Restrict the use of a person's data, or note that they object to some purposes. */
        post: operations["restrict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/restrictions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the restriction. */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a restriction. */
        delete: operations["liftRestriction"];
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
            place: "state" | "archive" | "quarantine" | "log" | "outbox" | "search" | "read-model" | "vocabulary" | "imports" | "scratch" | "tasks" | "consents";
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
            keptByLaw?: components["schemas"]["KeptByLaw"][];
            places: components["schemas"]["Place"][];
        };
        KeptByLaw: {
            kind: string;
            records: number;
            /**
             * Format: date-time
             * @description The latest term.
             */
            until: string;
        };
        Retention: {
            kinds: {
                kind: string;
                law?: string;
                /** @description From the event on. */
                months: number;
                events: string[];
            }[];
        };
        Request: {
            id: string;
            kind: string;
            /** @description Keyed hash; null when nobody could be known by that name. */
            subject?: string | null;
            /** @enum {string} */
            law: "pipa" | "gdpr";
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            closedAt?: string;
            /** @enum {string} */
            state: "open" | "verified" | "done" | "refused";
            overdue: boolean;
            identityNote: string;
            outcome: string;
            erasure?: string | null;
            author: string;
        };
        Items: {
            items: {
                /** @description `email`, `sms`, `push`, ... or `all`. */
                channel: string;
                profile?: string;
                identifier?: Record<string, never>;
                reason?: string;
                /** Format: date-time */
                expiresAt?: string;
            }[];
        };
        Suppression: {
            id: string;
            channel: string;
            reason: string;
            author: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        Restriction: {
            /** @description Keyed hash of the person's identifier. */
            id: string;
            purposes: string[];
            reason: string;
            author: string;
            /** Format: date-time */
            at: string;
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
    openKeptByLaw: {
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
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The records whose term is not over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        records: {
                            kind: string;
                            /** Format: date-time */
                            until: string;
                            /** @description The event as it came (`event`), with source, name and times. */
                            record: Record<string, never>;
                        }[];
                    };
                };
            };
            /** @description `invalid_json` or `missing_reason`. */
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
            /** @description `locked_store_unreadable`, or why the log takes nothing. */
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
    statutoryRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules in force; until somebody saves others, where the region is Korea the template of its law of electronic commerce. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    saveStatutoryRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retention"];
            };
        };
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
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
            /** @description `invalid_retention`, with all problems. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing. */
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
    accessArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A profile id, or `type:value`.
                 * @example email:kim@example.kr
                 */
                who: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Goes on record. */
                    reason: string;
                    /**
                     * @default ko
                     * @enum {string}
                     */
                    lang?: "ko" | "en";
                };
            };
        };
        responses: {
            /** @description `index.html`, `profile.json`, `identity.json`, `facts.csv`, `events.jsonl`, `events.csv`, `segments.json`, `restrictions.json`, `recipients.json`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description `invalid_json`, `missing_reason` or `invalid_lang`. */
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
            /** @description `busy`, `archive_behind`, or why the log takes nothing. */
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
    rightsRequests: {
        parameters: {
            query?: {
                state?: "open" | "verified" | "done" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["Request"][];
                    };
                };
            };
            /** @description `invalid_state`. */
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
    makeRightsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    profile?: string;
                    identifier?: Record<string, never>;
                    /** @enum {string} */
                    kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure" | "automated-decision";
                    /**
                     * @description 10 or 30 days; by the workspace's region when absent.
                     * @enum {string}
                     */
                    law?: "pipa" | "gdpr";
                    /** Format: date-time */
                    receivedAt?: string;
                };
            };
        };
        responses: {
            /** @description The request. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description `invalid_json`, `missing_identifier`, `invalid_kind`, `invalid_law` or `invalid_instant`. */
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
            /** @description Why the log takes nothing. */
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
    rightsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the request.
                 * @example req_1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `request_not_found`. */
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
    changeRightsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the request.
                 * @example req_1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state?: "open" | "verified" | "done" | "refused";
                    identityNote?: string;
                    outcome?: string;
                    erasure?: string;
                };
            };
        };
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description `invalid_json`, `invalid_state` or `invalid_text`. */
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
            /** @description `request_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `missing_identity_note` or `missing_outcome`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing. */
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
    suppressions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        suppressions: components["schemas"]["Suppression"][];
                        next?: string | null;
                    };
                };
            };
            /** @description `invalid_limit`. */
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
    suppress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Items"];
            };
        };
        responses: {
            /** @description One result for each, in order. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            id?: string | null;
                            /** @enum {string} */
                            status: "suppressed" | "no_identifier";
                        }[];
                    };
                };
            };
            /** @description `invalid_json`, `invalid_items`, `invalid_channel`, `missing_identifier`, `missing_reason` or `invalid_instant`; nothing was put on the list. */
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
            /** @description Why the log takes nothing. */
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
    checkSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Items"];
            };
        };
        responses: {
            /** @description One result for each, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            suppressed: boolean;
                            id?: string;
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description `invalid_json`, `invalid_items`, `invalid_channel` or `missing_identifier`. */
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
    removeSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the suppression. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `suppression_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing. */
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
    restrictions: {
        parameters: {
            query?: {
                /** @description A profile id, or `type:value`: what stands against using the data of this person, by any of their identifiers. All of them when absent. */
                profile?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restrictions: components["schemas"]["Restriction"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description With `profile`: `busy` or `archive_behind`. */
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
    restrict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    profile?: string;
                    identifier?: Record<string, never>;
                    /** @description Those that the person objects to, which add up; none for all use. No purpose of these permits anything from then on, whatever it rests on, until the restriction is lifted. */
                    purposes?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The restriction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restriction"];
                };
            };
            /** @description `invalid_json`, `missing_identifier`, `missing_reason` or `invalid_purposes`. */
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
            /** @description `unknown_purpose`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing. */
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
    liftRestriction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the restriction. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is lifted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `restriction_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing. */
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
