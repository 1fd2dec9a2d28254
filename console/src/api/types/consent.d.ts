// Made from api/openapi/consent.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All purposes in their latest versions. */
        get: operations["purposes"];
        put?: never;
        /** Define a purpose. */
        post: operations["createPurpose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purposes/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the purpose.
                 * @example email_marketing
                 */
                key: string;
            };
            cookie?: never;
        };
        /** A purpose with all of its versions. */
        get: operations["purpose"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Save the next version of a purpose; what is left out stays as it was. */
        patch: operations["updatePurpose"];
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the ledger stands. */
        get: operations["consentLedger"];
        put?: never;
        /**
         * Record what somebody decided, told on the telephone or on paper, say.
         * @description Becomes an event of a source of the house's own (`consents`), so it counts, is replayed and traced as any other. Who
         *     recorded it is the name of the key or session.
         */
        post: operations["recordConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the entry.
                 * @example 17
                 */
                number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        /** An entry of the ledger. */
        get: operations["consentEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{number}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the entry.
                 * @example 17
                 */
                number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        /**
         * A signed receipt of an entry with its proof.
         * @description Check it by `inyeon verify-receipt`, with no server.
         */
        get: operations["consentReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A profile's id or `type:value`.
                 * @example email:kim@example.com
                 */
                who: components["parameters"]["Who"];
            };
            cookie?: never;
        };
        /** For what a person's data may be used, now or at another time. */
        get: operations["profileConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/consents/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A profile's id or `type:value`.
                 * @example email:kim@example.com
                 */
                who: components["parameters"]["Who"];
            };
            cookie?: never;
        };
        /** What the ledger has of a person, the newest first. */
        get: operations["profileConsentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}/reach": {
        parameters: {
            query: {
                /**
                 * @description Key of the purpose.
                 * @example email_marketing
                 */
                purpose: string;
            };
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example seg_1
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * How many members each check leaves for a purpose now: matched, consented, reachable.
         * @description The same stands as `reach` in `GET /api/v1/segments/{id}?purpose=`, on the first page of
         *     `GET /api/v1/segments/{id}/members?purpose=`, and in the answer of a preview whose body or address names a `purpose`.
         *     Members and samples then are those who are permitted at that moment, and nobody else. A key that is bound to a purpose
         *     reads for that purpose always.
         */
        get: operations["segmentReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who read what of whom, in the order in which it happened.
         * @description Each read of personal data by a key or a session is written down before anything of it is told; one that cannot be
         *     is answered `503 access_log_unavailable`. Any read may say what it is for: `?task=` and `?reason=`. A file of people's data needs
         *     a reason: without one it is answered `400 reason_required`. People are named by their profiles' ids.
         */
        get: operations["accessLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands out in a month of reads, to be looked at by somebody. */
        get: operations["accessReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The management keys. */
        get: operations["keys"];
        put?: never;
        /**
         * Make a management key.
         * @description One with a `purpose` reads people for that purpose alone: segments with their members, previews and reach, and of
         *     single people those who are permitted; of these the fields whose labels permit it (`/api/v1/labels`): others are told as
         *     `masked`, and what cannot be told without them is `403 labels_hide_fields`. Whatever else is `403 purpose_bound_key`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the key.
                 * @example 0f0f0f0f0f0f0f0f
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a management key. */
        delete: operations["withdrawKey"];
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
                path: string;
                found: string;
            }[];
        };
        Purpose: {
            key: string;
            /** @description Also that of its wording. */
            version: number;
            /** @description SHA-256 over the version, hex. */
            hash: string;
            /** @description By language, e.g. `ko`. */
            titles: {
                [key: string]: string;
            };
            /** @description By language, e.g. `ko`. */
            texts: {
                [key: string]: string;
            };
            /** @description By language, e.g. `ko`. */
            textHashes: {
                [key: string]: string;
            };
            /** @description By language, e.g. `ko`. */
            withdrawals: {
                [key: string]: string;
            };
            basis: string;
            recipients: string[];
            /** @description 0 for as long as the data is used. */
            retentionDays: number;
            /** @description How long a grant holds; 0 until it is withdrawn. */
            consentDays: number;
            /** @description In years; 0 for none. An age that nobody knows refuses. */
            minimumAge: number;
            /** @description Whether a guardian may decide for those below it. */
            guardian: boolean;
            /** @description By which it reaches people. */
            channel: string;
            /** @description Other names by which sources speak of it. */
            aliases: string[];
            /** @enum {string} */
            status: "active" | "retired";
            /** Format: date-time */
            savedAt: string;
            author: string;
            reason: string;
        };
        Access: {
            /** Format: date-time */
            at: string;
            actor: string;
            /** @description Id of the key or session. */
            key: string;
            session: boolean;
            /** @description Address. */
            from: string;
            /** @description E.g. `profile`, `segment_members`. */
            what: string;
            fields: string[];
            /** @description Ids of profiles. */
            people: string[];
            /** @description How many people. */
            count: number;
            /** @description Of whom everybody may have been told: `segment:…`, `scratch:…`, `all`. */
            scope?: string;
            purpose?: string;
            task?: string;
            reason?: string;
            download: boolean;
            /** @description Its `Request-Id`. */
            request: string;
        };
        Reach: {
            purpose: string;
            /** @description People who are counted. */
            matched: number;
            /** @description Of these, whose data may be used for the purpose now. */
            consented: number;
            /** @description Of these, whom the purpose's channel reaches: who have an e-mail address, a number that takes messages, a push token. */
            reachable: number;
        };
        Entry: {
            number: number;
            /** @enum {string} */
            kind: "statement" | "erasure";
            /** Format: date-time */
            recordedAt: string;
            logPosition: string;
            link: string;
            erased: boolean;
            /**
             * @description Of a statement: `identifiers`, `kind`, `purpose`, `statedAs`, `decision` (granted, withdrawn, refused),
             *     `repeated`, `time`, `receivedAt`, `wording`, `definition`, `channel`, `source`, `actor`, `guardian`,
             *     `expiresAt`, `evidence`.
             */
            said?: Record<string, never>;
        };
    };
    responses: {
        /** @description The version that was saved. */
        Purpose: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Purpose"];
            };
        };
        /** @description `invalid_purpose`, with all problems: `missing`, `invalid_key`, `key_never_changes`, `name_in_use`, `invalid_language`, `language_without_text`, `guardian_without_age`, `not_texts`, `not_names`, `not_a_number`, `not_a_truth`, `not_a_text`, `unknown_word`, `unknown_field`, `too_long`, `too_many_purposes`. */
        InvalidPurpose: {
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
         * @description A profile's id or `type:value`.
         * @example email:kim@example.com
         */
        Who: string;
        /**
         * @description Of the entry.
         * @example 17
         */
        Number: string;
    };
    requestBodies: {
        Purpose: {
            content: {
                "application/json": {
                    /** @description Of a new one; it never changes. */
                    key?: string;
                    /** @description By language, e.g. `ko`. */
                    titles?: {
                        [key: string]: string;
                    };
                    /** @description By language, e.g. `ko`. */
                    texts?: {
                        [key: string]: string;
                    };
                    /** @description By language, e.g. `ko`. */
                    withdrawals?: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    basis?: "consent" | "contract" | "legitimate_interest" | "legal_obligation" | "vital" | "public";
                    recipients?: string[];
                    retentionDays?: number;
                    consentDays?: number;
                    minimumAge?: number;
                    guardian?: boolean;
                    /** @enum {string} */
                    channel?: "none" | "email" | "sms" | "push";
                    aliases?: string[];
                    /** @enum {string} */
                    status?: "active" | "retired";
                    reason?: string;
                };
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    purposes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By their keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        purposes: components["schemas"]["Purpose"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    createPurpose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Purpose"];
        responses: {
            201: components["responses"]["Purpose"];
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
            /** @description `version_conflict`: there is one with this key. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidPurpose"];
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
    purpose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the purpose.
                 * @example email_marketing
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest version first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purpose"] & {
                        versions: components["schemas"]["Purpose"][];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `purpose_not_found`. */
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
    updatePurpose: {
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
                 * @description Of the purpose.
                 * @example email_marketing
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Purpose"];
        responses: {
            200: components["responses"]["Purpose"];
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
            /** @description `purpose_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_conflict`: somebody else saved it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidPurpose"];
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
    consentLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its length, its end and the key by which receipts are verified. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: number;
                        /** @description Of these. */
                        erased: number;
                        /** @description Of the last entry, SHA-256 as hex. */
                        link: string;
                        /** @description Ed25519, X.509, Base64. */
                        publicKey: string;
                        /** @description On disk. */
                        bytes: number;
                        /** @description Of the log up to which everything is recorded. */
                        position: string;
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    recordConsents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A profile's id or `type:value`. */
                    profile?: string;
                    identifiers?: {
                        type: string;
                        value: string;
                    }[];
                    /** @description By which they said it; `service` unless given. */
                    channel?: string;
                    /**
                     * Format: date-time
                     * @description When they said it; now unless given.
                     */
                    time?: string;
                    note?: string;
                    /** @description The guardian who said it for a child. */
                    guardian?: {
                        name: string;
                        relation?: string;
                        contact?: string;
                        method?: string;
                    };
                    consents: {
                        /** @description A purpose's key; `*` withdraws everything. */
                        purpose: string;
                        /** @enum {string} */
                        decision: "granted" | "withdrawn" | "refused";
                        /** @description Version of the purpose whose words they were shown; the present one unless given. */
                        wordingVersion?: number;
                        /** @description Of these words; a grant needs it. */
                        language?: string;
                        /** Format: date-time */
                        expiresAt?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description It counts. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageIds: string[];
                        position: string;
                    };
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
            /** @description `invalid_consents`, with all problems: `profile_or_identifiers`, `profile_not_found`, `invalid_identifier`, `not_identifiers`, `not_consents`, `missing`, `unknown_purpose`, `purpose_retired`, `unknown_version`, `unknown_language`, `unknown_word`, `unknown_field`, `not_an_instant`, `in_the_future`, `over_already`, `only_grants_expire`, `not_a_guardian`, `not_a_text`, `too_long`, `not_an_object`. */
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
    consentEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the entry.
                 * @example 17
                 */
                number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was recorded; without `said` when it was erased. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `entry_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger_unreadable`. */
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
    consentReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the entry.
                 * @example 17
                 */
                number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry, its salt, its place in the chain, up to 256 links that follow, and a signature over all of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: Record<string, never>;
                        publicKey: string;
                        /** @description Ed25519 over the bytes of `receipt`, Base64. */
                        signature: string;
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `entry_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `entry_erased`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger_unreadable`. */
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
    profileConsents: {
        parameters: {
            query?: {
                /**
                 * @description As of which instant; now unless given.
                 * @example 2026-03-01T00:00:00Z
                 */
                at?: string;
                /** @description By what had arrived until then. */
                known?: string;
            };
            header?: never;
            path: {
                /**
                 * @description A profile's id or `type:value`.
                 * @example email:kim@example.com
                 */
                who: components["parameters"]["Who"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every purpose as it was defined then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        asOf: string;
                        position: string;
                        purposes: {
                            purpose: string;
                            version: number;
                            basis: string;
                            permitted: boolean;
                            /** @enum {string} */
                            ground: "granted" | "legal_basis" | "not_asked" | "withdrawn" | "devices_only" | "underage" | "age_unknown" | "expired" | "not_yet" | "restricted" | "retired";
                            /** Format: date-time */
                            since?: string;
                            /**
                             * Format: date-time
                             * @description Exclusive.
                             */
                            until?: string;
                            /** @description Where a yes was given that does not bind the person. */
                            devices?: string[];
                            /** @description The statement that decided it. */
                            by?: {
                                /** @enum {string} */
                                decision: "granted" | "withdrawn";
                                /** Format: date-time */
                                time: string;
                                messageId: string;
                                statedAs: string;
                                wording?: string;
                                language?: string;
                                channel?: string;
                                guardian: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description `invalid_instant` or `invalid_position`. */
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
            /** @description `history_too_long`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `archive_behind` or `busy`. */
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
    profileConsentHistory: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Entries of a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description A profile's id or `type:value`.
                 * @example email:kim@example.com
                 */
                who: components["parameters"]["Who"];
            };
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
                        id: string;
                        entries: components["schemas"]["Entry"][];
                        next?: string;
                        /** @description Of the log up to which everything is recorded. */
                        position: string;
                    };
                };
            };
            /** @description `invalid_cursor` or `invalid_limit`. */
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
            /** @description `not_yet`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger_unreadable` or `busy`. */
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
    segmentReach: {
        parameters: {
            query: {
                /**
                 * @description Key of the purpose.
                 * @example email_marketing
                 */
                purpose: string;
            };
            header?: never;
            path: {
                /**
                 * @description Of the segment.
                 * @example seg_1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reach: components["schemas"]["Reach"];
                    };
                };
            };
            /** @description `missing_purpose`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["NoKey"];
            /** @description `owner_link_only` or `purpose_mismatch`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `segment_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yet`; or `preview_cancelled`. */
            409: {
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
            /** @description `preview_building`, `preview_busy`, `preview_too_slow` or `preview_unavailable`. */
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
    accessLog: {
        parameters: {
            query?: {
                /** @description The first instant; a week before `to` unless given. */
                from?: string;
                /** @description The last; now unless given. */
                to?: string;
                /** @description Name of a key or of who is signed in. */
                actor?: string;
                /** @description Id of a profile. */
                profile?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Reads of a page. */
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
                        reads: components["schemas"]["Access"][];
                        next?: string;
                    };
                };
            };
            /** @description `invalid_instant`, `invalid_cursor` or `invalid_limit`. */
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
            /** @description `access_log_unreadable` or `access_log_unavailable`. */
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
    accessReview: {
        parameters: {
            query: {
                /**
                 * @description In the workspace's calendar.
                 * @example 2026-03
                 */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description By actor, and under `attention` what ought to be looked at: `many_people_in_a_day` (1,000), `outside_office_hours` (before 7, after 21, at weekends),
             *     `one_person_often` (30 times), `downloads`.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        month: string;
                        /** Format: date-time */
                        madeAt: string;
                        reads: number;
                        actors: Record<string, never>[];
                        attention: {
                            code: string;
                            actor: string;
                            about?: string;
                            count: number;
                        }[];
                        downloads: components["schemas"]["Access"][];
                        downloadsInAll: number;
                    };
                };
            };
            /** @description `invalid_month`. */
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
            /** @description `access_log_unreadable`. */
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
    keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order in which they were made. Their secrets are kept nowhere. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            id: string;
                            name: string;
                            /** @description The one purpose that it reads people for; none for any. */
                            purpose?: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    purpose?: string;
                };
            };
        };
        responses: {
            /** @description The secret is told this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        name: string;
                        purpose?: string;
                    };
                };
            };
            /** @description `invalid_name` or `invalid_json`. */
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
            /** @description `unknown_purpose`. */
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
    withdrawKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the key.
                 * @example 0f0f0f0f0f0f0f0f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `key_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_key`: no other one may do everything. */
            409: {
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
