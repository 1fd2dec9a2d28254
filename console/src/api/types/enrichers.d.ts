// Made from api/openapi/enrichers.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/enrichers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All enrichers, with how they stand. */
        get: operations["enrichers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft would ask about an event on record; asks it, if that is wanted and permitted. Nothing is said of anybody. */
        post: operations["previewEnricher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        /** An enricher, with how it stands. */
        get: operations["enricher"];
        /** Save the next version. It is asked about events from then on; a paused one notes them and asks when it goes on. */
        put: operations["saveEnricher"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Set secret headers, or take them away with null. Nobody is ever told their values. */
        put: operations["setEnricherSecrets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        /** Who saved which version when and why, the newest first. */
        get: operations["enricherVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
                /** @example 1 */
                version: number;
            };
            cookie?: never;
        };
        /** A version of an enricher. */
        get: operations["enricherVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        /** Events that were given up after all attempts, in the order of the log. */
        get: operations["enricherFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/failures/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have events tried again that were given up. */
        post: operations["retryEnricher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/failures/drop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop events that were given up, for a reason. It is on record first; they are asked about no more. */
        post: operations["dropEnricherFailures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrichers/{id}/drops": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        /** Who dropped events that were given up, when and why, the newest first. */
        get: operations["enricherDrops"];
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
            problems?: components["schemas"]["Violation"][];
        };
        Violation: {
            code: string;
            /** @description A JSON Pointer. */
            path: string;
            found: string;
        };
        Enrichers: {
            enrichers: components["schemas"]["Enricher"][];
        };
        Enricher: {
            id?: string;
            version?: number;
            name?: string;
            /**
             * @description `paused` notes whom to ask, and asks nobody until it goes on.
             * @default draft
             * @enum {string}
             */
            status: "draft" | "active" | "paused";
            /** @description Ids; all without it. */
            sources?: string[];
            /** @description Names; of a call that is no track its own, e.g. `identify`. */
            events?: string[];
            /** @description A condition of one event. */
            when?: Record<string, never>;
            /** @description Key of the purpose for which the data is sent. */
            purpose?: string;
            /** @description Who gets it, as people are told. */
            recipient?: string;
            /**
             * @description Whose word the answer is.
             * @default third
             * @enum {string}
             */
            party: "first" | "second" | "third";
            request?: components["schemas"]["Request"];
            /** @description What of the answer becomes which trait. Traits that name people (`email`, `phone`) cannot be set. */
            answer?: {
                /**
                 * @description A JSON Pointer into the answer.
                 * @example /company/name
                 */
                from: string;
                /**
                 * @description Name of the trait.
                 * @example company_name
                 */
                to: string;
            }[];
            limits?: {
                /** @default 10 */
                perSecond: number;
                /** @default 4 */
                concurrency: number;
                /** @default 5000 */
                timeoutMs: number;
                /** @default 64 */
                answerKb: number;
                /** @default 5 */
                attempts: number;
            };
            /** @description Answers are remembered by enricher, version and request. */
            cache?: {
                /** @default 86400 */
                ttlSeconds: number;
                /**
                 * @description How long it is remembered that nothing is known.
                 * @default 3600
                 */
                missingTtlSeconds: number;
                /** @default 64 */
                maxMb: number;
            };
            circuit?: {
                /**
                 * @description Failures in a row after which nobody is asked for a while.
                 * @default 5
                 */
                failures: number;
                /**
                 * @description The first such while; doubled each time up to an hour.
                 * @default 60
                 */
                pauseSeconds: number;
            };
            /** @description Why it is saved. */
            reason?: string;
            author?: string;
            /** Format: date-time */
            savedAt?: string;
            position?: string;
            secrets?: components["schemas"]["Secret"][];
            standing?: components["schemas"]["Standing"];
        };
        Request: {
            /**
             * @default GET
             * @enum {string}
             */
            method: "GET" | "POST";
            /**
             * @description http or https; `{/properties/domain}` in path and query stands for what the event says there, percent-encoded; `{/profile/traits/plan}` and `{/profile/computed/spent_90d}` for what is known of the person at that instant.
             * @example https://api.example.com/v1/companies/{/properties/domain}
             */
            url: string;
            /** @description No secrets. */
            headers?: {
                [key: string]: string;
            };
            /** @description Names of headers whose values are set apart. */
            secretHeaders?: string[];
            /** @description Of a POST: names in its JSON object, and JSON Pointers into the event, or of the person: `/profile/traits/NAME`, `/profile/computed/ID`. A label of a trait holds for a computed trait of its name, too. */
            body?: {
                [key: string]: string;
            };
        };
        Secret: {
            header: string;
            /** @description Whether there is a value for the origin that is asked now. */
            set: boolean;
            author?: string;
            /** Format: date-time */
            setAt?: string;
        };
        Secrets: {
            headers: {
                [key: string]: string | null;
            };
        };
        SecretsSet: {
            secrets: components["schemas"]["Secret"][];
        };
        Standing: {
            /** @enum {string} */
            state?: "draft" | "paused" | "running" | "held" | "circuit_open" | "blocked";
            /** @description `secret_missing`. */
            blocked?: string;
            /** @description Events to ask about. */
            waiting?: number;
            /** @description Events that failed and are tried again. */
            again?: number;
            /** @description Events that were given up. */
            failures?: number;
            /** @description Requests under way. */
            requests?: number;
            /** @description Requests that were made. */
            asked?: number;
            /** @description Events for which an answer was remembered. */
            remembered?: number;
            enriched?: number;
            /** @description Events of which nothing is known. */
            nothing?: number;
            /** @description Events that were ever given up. */
            failed?: number;
            /** @description Events about which nobody was asked on purpose: `not_permitted`, `suppressed`, `label_forbids`, `missing_field`, `not_wanted`, `unknown_purpose`, `gone`. */
            skipped?: {
                [key: string]: number;
            };
            cachedBytes?: number;
            /** @description Up to which position the log is read. */
            position?: string;
            /** @description Entries that are decided and not read. */
            lag?: number;
            /** Format: date-time */
            circuitOpenUntil?: string;
            /**
             * Format: date-time
             * @description The other side asked to be left alone.
             */
            heldUntil?: string;
            /** Format: date-time */
            answeredAt?: string;
            lastError?: {
                code: components["schemas"]["Cause"];
                /** @description Of HTTP; 0 for no answer. */
                status?: number;
                /** Format: date-time */
                at: string;
            };
        };
        /** @description `timeout`, `unknown_host`, `address_forbidden`, `not_connected`, `connection_lost`, `tls_failed`, `certificate_untrusted` (see `enricher-ca`), `certificate_expired` (or not valid yet), `certificate_wrong_host`, `too_many_requests`, `unavailable`, `server_error`, `not_let_in`, `not_now`, `refused`, `redirected`, `not_json`, `unreadable_answer`, `answer_too_large` or `word_refused` (by a tracking plan). */
        Cause: string;
        Versions: {
            versions: {
                version: number;
                author: string;
                /** Format: date-time */
                savedAt: string;
                reason: string;
                status?: string;
            }[];
            next?: string;
        };
        Trial: {
            enricher?: components["schemas"]["Enricher"];
            /** @description Whose secrets are used; none without it. */
            id?: string;
            /** @description Of the event; the latest that is wanted without it. */
            position?: string;
            /**
             * @description Whether to ask. It is a use like any other.
             * @default false
             */
            send: boolean;
        };
        Tried: {
            /** @description The event; none when no event of late is wanted. */
            sample?: {
                position: string;
                messageId: string;
                event: string;
                /** Format: date-time */
                time: string;
            };
            /** @description Why nobody may be asked: as in `skipped`, or `secret_missing`. */
            refusal?: string;
            request?: {
                method: string;
                url: string;
                headers: {
                    [key: string]: string;
                };
                body?: unknown;
                /** @description Where in the event, or of the person (`/profile/...`), what is sent stands. */
                fields: string[];
            };
            sent: boolean;
            answer?: {
                status: number;
                ms: number;
                code?: components["schemas"]["Cause"];
                body?: unknown;
            };
            /** @description What would be set. */
            traits?: Record<string, never>;
        };
        Failures: {
            failures: {
                position: string;
                code: components["schemas"]["Cause"];
                status: number;
                attempts: number;
                /** Format: date-time */
                at: string;
                /** @description Not of an event that was erased. */
                messageId?: string;
                event?: string;
                source?: string;
            }[];
            next?: string;
        };
        Retry: {
            /** @description All without it. */
            positions?: string[];
        };
        Drop: {
            /** @description All without it. */
            positions?: string[];
            /** @description Why, without anything of a person's. */
            reason: string;
        };
        Dropped: {
            dropped: number;
        };
        Drops: {
            drops: {
                number: number;
                author: string;
                /** Format: date-time */
                at: string;
                reason: string;
                events: number;
                /** @description How many had failed for what, see `Cause`. */
                causes: {
                    [key: string]: number;
                };
            }[];
            next?: string;
        };
        Retried: {
            retried: number;
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
        /** @description `owner_link_only` or `purpose_bound_key`. */
        WrongKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_yet`: the position of `at-least` is not decided yet. */
        NotYet: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
        atLeast: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    enrichers: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
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
                    "application/json": components["schemas"]["Enrichers"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            409: components["responses"]["NotYet"];
        };
    };
    previewEnricher: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trial"];
            };
        };
        responses: {
            /** @description The request with its secrets masked, and what came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tried"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_enricher` or `invalid_preview`, with all problems: `invalid_id`, `unknown_field`, `missing_value`, `not_a_text`, `not_a_list`, `not_an_object`, `unknown_word`, `unknown_source`, `unknown_purpose`, `events_or_when`, `invalid_url`, `unknown_place`, `asks_about_nobody`, `body_of_get`, `invalid_body`, `invalid_pointer`, `invalid_header`, `invalid_header_value`, `secret_header`, `secret_missing`, `label_forbids`, `invalid_answer`, `invalid_trait`, `trait_names_people`, `twice`, `invalid_number`, `invalid_reason`, `too_many` and those of conditions. */
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
    enricher: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its latest version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enricher"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
        };
    };
    saveEnricher: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: {
                /**
                 * @description The version that was seen.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enricher"];
            };
        };
        responses: {
            /** @description It is saved, and the entry of `position` is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enricher"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_enricher`, with all problems: `invalid_id`, `unknown_field`, `missing_value`, `not_a_text`, `not_a_list`, `not_an_object`, `unknown_word`, `unknown_source`, `unknown_purpose`, `events_or_when`, `invalid_url`, `unknown_place`, `asks_about_nobody`, `body_of_get`, `invalid_body`, `invalid_pointer`, `invalid_header`, `invalid_header_value`, `secret_header`, `secret_missing`, `label_forbids`, `invalid_answer`, `invalid_trait`, `trait_names_people`, `twice`, `invalid_number`, `invalid_reason`, `too_many` and those of conditions. */
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
    setEnricherSecrets: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Secrets"];
            };
        };
        responses: {
            /** @description Which are set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretsSet"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_secrets`: `missing_value`, `unknown_header`, `invalid_secret`. */
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
    enricherVersions: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
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
                    "application/json": components["schemas"]["Versions"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
        };
    };
    enricherVersion: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
                /** @example 1 */
                version: number;
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
                    "application/json": components["schemas"]["Enricher"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `version_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
        };
    };
    enricherFailures: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
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
                    "application/json": components["schemas"]["Failures"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
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
    retryEnricher: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retry"];
            };
        };
        responses: {
            /** @description They wait for their turn. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_request`: `not_a_list`, `missing_value`, `invalid_position`. */
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
    dropEnricherFailures: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Drop"];
            };
        };
        responses: {
            /** @description They are dropped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_request`: `not_a_list`, `missing_value`, `invalid_position`, `missing_reason`, `invalid_reason`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not all of it was done; the rest can be asked for again. */
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
    enricherDrops: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description Of the enricher.
                 * @example companies
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. What was dropped together stands in several parts of 5,000 events at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drops"];
                };
            };
            /** @description `invalid_json`, `invalid_position`, `invalid_version`, `invalid_limit` or `invalid_cursor`. */
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
            /** @description `enricher_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
        };
    };
}
