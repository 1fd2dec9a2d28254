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
    "/api/v1/record-of-processing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is held, from where, for what, who gets it, for how long, and where to (GDPR article 30). */
        get: operations["recordOfProcessing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/record-of-processing/controller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who is responsible, and what goes to other countries. */
        put: operations["saveController"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Breaches on record, the latest first. */
        get: operations["breaches"];
        put?: never;
        /** Count whose data got out and which, and start the clock of 72 hours; or, with `preview`, only count. */
        post: operations["openBreach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        /** A breach with its clock. */
        get: operations["breach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Note when the authority and the people were told. */
        patch: operations["noteBreach"];
        trace?: never;
    };
    "/api/v1/breaches/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        /** Drafts for the authority and for the people (GDPR articles 33 and 34, 개인정보 보호법 제34조). */
        get: operations["breachDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        /** Whose data got out, as a file; who takes it and why is in the access log. */
        get: operations["breachPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For how long things are kept, and how the last run went. */
        get: operations["retention"];
        /** Save the next version of the rules; they are enforced once a day. */
        put: operations["saveRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would go now, by some rules or by those in force; nothing is changed. */
        post: operations["previewRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports, the latest first. */
        get: operations["retentionRuns"];
        put?: never;
        /** Enforce the rules now. */
        post: operations["runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the rules, the newest first. */
        get: operations["retentionVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
            };
            cookie?: never;
        };
        /** What was corrected of a person's traits, the latest first, 200 at most. */
        get: operations["corrections"];
        put?: never;
        /**
         * Correct a trait that the person says is wrong.
         * @description Stands from now on over every other word on the trait, whatever its survivorship and whatever sources say later; their
         *     values stay among the `others`. It says nothing of who is who: for an address that is not theirs make a cut.
         */
        post: operations["correctTrait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/corrections/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
                /** @description Of the correction. */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a correction back; the one before it stands again, or else what sources said. */
        post: operations["undoCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/automated-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
            };
            cookie?: never;
        };
        /**
         * What is decided of a person without another person, whether they object, and what they ask about it.
         * @description Decisions are memberships of segments and computed traits; each is explained by the place that `explain` names. Who
         *     objects (`POST /api/v1/restrictions` with `automatedDecisions`) stays a member, and is left out wherever a segment is
         *     used for a purpose: members, files, previews, `reach`. A question for a person is a request of the kind
         *     `automated-decision`, with the segment in `about`.
         */
        get: operations["automatedDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/self-service-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links by which people see and change what is theirs, the oldest first. */
        get: operations["selfServiceLinks"];
        put?: never;
        /**
         * Make a link for one person, to be sent to an address that is theirs.
         * @description The address says nothing of the person: a random name and its end, signed. It is shown here and never again. On the
         *     page the person sees and changes consents (channel `self_service` in the ledger) and files requests, which wait in the
         *     queue: `open`, or `verified` when `identityNote` says how it is certain that the person gets the link.
         */
        post: operations["makeSelfServiceLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/self-service-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link. */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a link at once. */
        delete: operations["revokeSelfServiceLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/{token}": {
        parameters: {
            query?: {
                /** @description `ko` or `en`; as the browser asks unless given. */
                lang?: "ko" | "en";
            };
            header?: never;
            path: {
                /** @description Of the link. */
                token: string;
            };
            cookie?: never;
        };
        /** The page on which a person sees and changes what is theirs. Needs no key and runs no script. */
        get: operations["selfServicePage"];
        put?: never;
        /** What a form of the page says. */
        post: operations["selfServiceAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /**
         * Put up to 10,000 addresses on the list. They need not be known, and stay on it after an erasure.
         * @description An e-mail address, telephone number or push token is suppressed for itself; any other identifier (`user_id`) for its
         *     person, whatever their addresses are. It counts in every `reach` from the next second on, and until it runs out.
         */
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
            place: "state" | "archive" | "quarantine" | "log" | "outbox" | "search" | "read-model" | "vocabulary" | "quality" | "imports" | "scratch" | "tasks" | "consents" | "enrichers";
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
            /** @description To whom data of the person had gone (GDPR art. 15(1)(c), 19). */
            recipients?: components["schemas"]["ErasureRecipient"][];
            places: components["schemas"]["Place"][];
        };
        /** @description Somebody outside who had data of the person, and has to be told. It names nobody else. */
        ErasureRecipient: {
            /** @description Id. */
            enricher: string;
            recipient: string;
            /** @description That was asked; missing where it was not noted. */
            host?: string;
            purpose: string;
            /**
             * Format: date-time
             * @description When data went there last.
             */
            last: string;
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
            /** @description Shown to the person on the self-service page. */
            outcome: string;
            erasure?: string | null;
            author: string;
            /** @description By which it came: `service`, `self_service`, ... */
            channel?: string;
            /** @description What in particular: a purpose's key, a segment's id. */
            about?: string | null;
            /** @description The person's own; of a single request, while they are known. */
            words?: string;
        };
        Transfer: {
            recipient?: string;
            country?: string;
            purpose?: string;
            items?: string;
            /** @description And when. */
            method?: string;
            retention?: string;
            safeguard?: string;
        };
        Processing: {
            controller: Record<string, never>;
            sources: Record<string, never>[];
            held: {
                /** @description Names and of how many people, as far as the vocabulary has met them. */
                traits: Record<string, never>[];
                events: Record<string, never>[];
            };
            /** @description With basis, recipients and days. */
            purposes: Record<string, never>[];
            retention: Record<string, never>;
            keptByLaw: Record<string, never>[];
            /** @description Who outside is asked about people and gets what. */
            enrichers: {
                id: string;
                name: string;
                status: string;
                recipient: string;
                purpose: string;
                fields: string[];
            }[];
            transfers: components["schemas"]["Transfer"][];
        };
        /** @description What got out; see `Breach`. */
        Outflow: {
            extent: {
                /** @enum {string} */
                kind: "source" | "import" | "export" | "period";
                id?: string;
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                to?: string;
            };
            people: number;
            events: {
                [key: string]: number;
            };
            fields: string[];
            /** Format: date-time */
            first?: string;
            /** Format: date-time */
            latest?: string;
        };
        Breach: {
            id: string;
            extent: {
                /** @enum {string} */
                kind: "source" | "import" | "export" | "period";
                id?: string;
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                to?: string;
            };
            reason: string;
            author: string;
            /** @description Erased ones are not among them. */
            people: number;
            /** @description How many, by name. */
            events: {
                [key: string]: number;
            };
            /** @description Of events those of the latest 200 of each name: `identifier.email`, `trait.name`, `property.total`; of an export what the access log says. */
            fields: string[];
            /** Format: date-time */
            first?: string;
            /** Format: date-time */
            latest?: string;
            clock: {
                /** Format: date-time */
                discoveredAt: string;
                /**
                 * Format: date-time
                 * @description 72 hours later.
                 */
                dueAt: string;
                minutesLeft: number;
                overdue: boolean;
                /** Format: date-time */
                authorityAt?: string;
                /** Format: date-time */
                subjectsAt?: string;
            };
        };
        /**
         * @description One of three: events of a name (`*` for all that no rule names) and days from when they happened; a trait and days from
         *     when it was said; or what is kept for a purpose, for the purpose's own `retentionDays` (0 for ever). Of several rules the
         *     longest counts. What a law obliges to keep (`statutory-retention`) stays for its term, consents and requests always.
         */
        Term: {
            event?: string;
            trait?: string;
            days?: number;
            purpose?: string;
            events?: string[];
            traits?: string[];
        };
        Terms: {
            /** @description 0 before the first. */
            version: number;
            rules: components["schemas"]["Term"][];
            author?: string;
            reason?: string;
            /** Format: date-time */
            savedAt?: string;
            lastRun?: components["schemas"]["RetentionRun"];
        };
        RetentionRun: {
            id: string;
            /** @description Of the rules. */
            version: number;
            /** @description Who asked for it; `daily` for the calendar. */
            by: string;
            /**
             * @description A failed one is tried again.
             * @enum {string}
             */
            state: "running" | "done" | "failed";
            /** @enum {string} */
            phase: "hiding" | "scrubbing" | "done";
            /** @description While it runs: how many events are out of what can be read, of those counted in `events`. */
            hidden?: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt?: string;
            events: {
                [key: string]: number;
            };
            keptByLaw: number;
            traits: {
                [key: string]: number;
            };
            error: string | null;
        };
        Correction: {
            id: string;
            trait: string;
            /** @description What is right. */
            value?: unknown;
            /** @description What stood before, where a correction is made or undone. */
            before?: unknown;
            /**
             * @description `lost`: the server stopped in between; make it again.
             * @enum {string}
             */
            state: "in-force" | "superseded" | "undone" | "lost";
            reason: string;
            request: string | null;
            author: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            undoneAt?: string;
            undoneBy?: string;
            undoneReason?: string;
        };
        Link: {
            id: string;
            /** @description Keyed hash. */
            subject: string;
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
            identityNote: string;
            author: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt?: string;
            /** @description Below the server's address; only when it is made. */
            path?: string;
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
            allUse: boolean;
            /** @description Whether no segment picks them for anything. */
            automatedDecisions: boolean;
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
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
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
                        /** @description Of the next page; missing on the last. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_limit` or `invalid_cursor`. */
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
            /** @description `index.html`, `profile.json`, `purposes.json` (what it may be used for and why), `identity.json`, `facts.csv`, `events.jsonl`, `events.csv`, `not-counted.jsonl` (what is in quarantine, was dropped or came twice), `segments.json`, `restrictions.json`, `recipients.json`. */
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
                kind?: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure" | "automated-decision";
                /** @description Whether those that somebody has answered, or those that wait; both when absent. */
                closed?: boolean;
                /** @description 1,000 when absent. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["Request"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_state`, `invalid_kind`, `invalid_closed`, `invalid_limit` or `invalid_cursor`. */
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
                    /** @default service */
                    channel?: string;
                    /** @description A purpose's key or a segment's id; without anything of the person's. */
                    about?: string;
                    /** @description The person's own. They are kept as an event of theirs, and so go with an erasure. */
                    words?: string;
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
            /** @description `invalid_json`, `missing_identifier`, `invalid_kind`, `invalid_law`, `invalid_channel`, `invalid_text` or `invalid_instant`. */
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
            /** @description `words_of_nobody`. */
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
            /** @description `archive_behind` or `archive_unavailable`. */
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
    recordOfProcessing: {
        parameters: {
            query?: {
                /** @description `json` or `html`. */
                format?: "json" | "html";
                /** @description Of the page. */
                lang?: "ko" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made of what there is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Processing"];
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
        };
    };
    saveController: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    officer?: string;
                    contact?: string;
                    /** @description Measures besides those of this server. */
                    security?: string;
                    transfers?: components["schemas"]["Transfer"][];
                };
            };
        };
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Processing"];
                    "text/html": string;
                };
            };
            /** @description `invalid_json`, `invalid_text` or `invalid_transfers`. */
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
    breaches: {
        parameters: {
            query?: {
                /** @description 1,000 when absent. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        breaches: components["schemas"]["Breach"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_limit` or `invalid_cursor`. */
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
    openBreach: {
        parameters: {
            query?: {
                /** @description Puts nothing on record; no reason is needed. */
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of a source. */
                    source?: string;
                    /** @description Id of an import. */
                    import?: string;
                    /** @description The `Request-Id` of a read in the access log: whom it named, the members of its segment at that moment, or everybody. */
                    export?: string;
                    /**
                     * Format: date-time
                     * @description When the export was made, to a day.
                     */
                    at?: string;
                    /**
                     * Format: date-time
                     * @description Earliest arrival.
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description Latest arrival, exclusive.
                     */
                    to?: string;
                    /**
                     * Format: date-time
                     * @description When it was found out; now unless given.
                     */
                    discoveredAt?: string;
                    /** @description Needed unless it is a preview. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What a preview counted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outflow"];
                };
            };
            /** @description The breach. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breach"];
                };
            };
            /** @description `invalid_json`, `invalid_preview`, `invalid_extent`, `invalid_period`, `invalid_instant`, `in_the_future` or `missing_reason`. */
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
            /** @description `source_not_found`, `import_not_found` or `export_not_found`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing, or `archive_unavailable`. */
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
    breach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The breach. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breach"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `breach_not_found`. */
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
    noteBreach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    authorityAt?: string;
                    /** Format: date-time */
                    subjectsAt?: string;
                };
            };
        };
        responses: {
            /** @description The breach. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breach"];
                };
            };
            /** @description `invalid_json` or `invalid_instant`. */
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
            /** @description `breach_not_found`. */
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
    breachDrafts: {
        parameters: {
            query?: {
                /** @description Of the texts. */
                lang?: "ko" | "en";
            };
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known is filled in; what somebody has to say stands in brackets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lang: string;
                        authority: string;
                        subjects: string;
                        /** Format: date-time */
                        dueAt: string;
                    };
                };
            };
            /** @description `invalid_lang`. */
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
            /** @description `breach_not_found`. */
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
    breachPeople: {
        parameters: {
            query: {
                /** @description `csv`. */
                format: "csv";
                /** @description Why, in words. */
                reason: string;
            };
            header?: never;
            path: {
                /** @description Of the breach. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description profile, email, phone, user_id, other; a row a person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `invalid_format` or `reason_required`. */
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
            /** @description `breach_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `access_log_unavailable`. */
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
    retention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    saveRetention: {
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
                    rules: components["schemas"]["Term"][];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The rules in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            /** @description `invalid_json`, `invalid_if_match` or `invalid_text`. */
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
            /** @description `invalid_retention`; the detail lists codes with JSON pointers. */
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
    previewRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    rules?: components["schemas"]["Term"][];
                };
            };
        };
        responses: {
            /** @description Counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many, by name. */
                        events: {
                            [key: string]: number;
                        };
                        /** @description Events that stay only because a law obliges. */
                        keptByLaw: number;
                        /** @description In how many identifies, by name. */
                        traits: {
                            [key: string]: number;
                        };
                        /** @description Whether all identifies were looked at; else 200,000 of a trait. */
                        whole: boolean;
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
            /** @description `invalid_retention`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `archive_unavailable`. */
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
    retentionRuns: {
        parameters: {
            query?: {
                /** @description 1,000 when absent. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: components["schemas"]["RetentionRun"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_limit` or `invalid_cursor`. */
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
    runRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It begins. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    retentionVersions: {
        parameters: {
            query?: {
                /** @description 1,000 when absent. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["Terms"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_limit` or `invalid_cursor`. */
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
    corrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, undone ones too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        corrections: components["schemas"]["Correction"][];
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
            /** @description `archive_behind` or `archive_unavailable`. */
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
    correctTrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    trait: string;
                    /** @description What is right; null when there is no such thing of the person. */
                    value: unknown;
                    /** @description Without anything of the person's. */
                    reason: string;
                    /** @description Id of the request that it answers. */
                    request?: string;
                    /** @description Closes that request as done, in the same step. */
                    close?: {
                        outcome: string;
                        /** @description Needed unless the request has one. */
                        identityNote?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The correction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            /** @description `invalid_json`, `missing_trait`, `missing_value`, `missing_reason` or `invalid_close`. */
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
            /** @description `request_closed`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_value`, `request_not_found`, `request_of_another`, `missing_outcome`, `missing_identity_note`, or `correction_refused`: what is said of somebody who was erased is not kept. */
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
    undoCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
                /** @description Of the correction. */
                id: string;
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
            /** @description The correction. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
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
            /** @description `profile_not_found` or `correction_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_undone`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `correction_refused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the log takes nothing, `archive_behind` or `archive_unavailable`. */
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
    automatedDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A profile's id or `type:value`. */
                who: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        objected: boolean;
                        /** @description By which they object. */
                        restriction?: string;
                        /** Format: date-time */
                        since?: string;
                        segments: {
                            segment: string;
                            /** Format: date-time */
                            since: string;
                            explain: string;
                        }[];
                        computedTraits: {
                            trait: string;
                            value: unknown;
                            explain: string;
                        }[];
                        requests: components["schemas"]["Request"][];
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
            /** @description `busy`. */
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
    selfServiceLinks: {
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
            /** @description A page; without the addresses, which nobody can read later. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: components["schemas"]["Link"][];
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
    makeSelfServiceLink: {
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
                    /**
                     * Format: date-time
                     * @description Within 90 days; in 7 unless given.
                     */
                    expiresAt?: string;
                    /** @description How it is certain that the person gets it; without anything of theirs. */
                    identityNote?: string;
                };
            };
        };
        responses: {
            /** @description The link with its `path`. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            /** @description `invalid_json`, `missing_identifier`, `invalid_instant`, `invalid_expires_at` or `invalid_text`. */
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
    revokeSelfServiceLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            /** @description `link_not_found`. */
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
    selfServicePage: {
        parameters: {
            query?: {
                /** @description `ko` or `en`; as the browser asks unless given. */
                lang?: "ko" | "en";
            };
            header?: never;
            path: {
                /** @description Of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The link is unknown, over or revoked, or its person is known no more: the same page for all of these. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description More than 120 at once or 4 a second from one address, or 20 acts at once by one link; `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not now; nothing was done. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    selfServiceAct: {
        parameters: {
            query?: {
                /** @description `ko` or `en`; as the browser asks unless given. */
                lang?: "ko" | "en";
            };
            header?: never;
            path: {
                /** @description Of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    act: "grant" | "withdraw" | "file";
                    /** @description A purpose's key. */
                    about?: string;
                    /** @description Of the purpose, whose words were shown. */
                    version?: number;
                    /** @description Of the request. */
                    kind?: string;
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Done, or not, as the page then says. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link does not work. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not now; nothing was done. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
                /** @description A profile id, or `type:value`: what stands against using the data of this person, by any of their identifiers, on one page. Those of everybody when absent. */
                profile?: string;
                /** @description `true` for those alone that stand against automated decisions. */
                automatedDecisions?: boolean;
                /** @description 1,000 when absent. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restrictions: components["schemas"]["Restriction"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_automatedDecisions` or `invalid_limit`. */
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
                    /** @description Whether they object to automated decisions: a segment then picks them for no purpose. Alone it objects to nothing else. */
                    automatedDecisions?: boolean;
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
            /** @description `invalid_json`, `missing_identifier`, `missing_reason`, `invalid_purposes` or `invalid_automated_decisions`. */
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
