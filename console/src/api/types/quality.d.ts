// Made from api/openapi/quality.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tracking plans. */
        get: operations["plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ready-made models: profile, activity, privacy. */
        get: operations["planModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/models/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ready-made model, whole. */
        get: operations["planModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that is wrong with a plan; nothing is saved. */
        post: operations["validatePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan made of a file; nothing is saved. */
        post: operations["convertPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/infer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan made of what came lately; nothing is saved. */
        post: operations["inferPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tracking plan, with its versions. */
        get: operations["plan"];
        /** Save the next version of a plan. It counts for every event from then on; what came before stays what it became. */
        put: operations["savePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a plan. */
        get: operations["planVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became different from one version to another. */
        get: operations["planDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transformations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transformations in force. */
        get: operations["transformations"];
        /** Save the next version of all transformations. They count for every event from then on. */
        put: operations["saveTransformations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transformations/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready-made transformations, to begin with. */
        get: operations["transformationTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transformations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What transformations or a plan that nobody saved would make of the latest events. */
        post: operations["previewTransformations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transformations/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who saved which version of the transformations, when and why; the newest first. */
        get: operations["transformationsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transformations/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the transformations. */
        get: operations["transformationsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The labels in force: how personal fields are, and which purposes may see them. */
        get: operations["labels"];
        /** Save the next version of all labels. */
        put: operations["saveLabels"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Labels that the latest events call for, and what was masked since the start. */
        get: operations["labelProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the labels. */
        get: operations["labelsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The robots whose events are kept apart, by their user agents. */
        get: operations["bots"];
        /** Save which robots are flagged. Whatever is not flagged any more is decided again, with its original times. */
        put: operations["saveBots"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a user agent is a flagged robot. */
        post: operations["checkBot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where events come from: the state of the MaxMind file that the operator supplies (`place-database`).
         * @description It is looked at once a minute; a newer one takes the place of the old, one that cannot be read is told, and the one before stays. At intake an event's `context.ip`, or of browsers and apps the request's own address, becomes `context.location` (`country`, `countryName`, `region`, `city`; with the detail `precise` also `postcode`, `timezone`, `latitude`, `longitude`, `accuracyKm`), unless the event has one. It is written down with the event, so no replay asks the file.
         */
        get: operations["places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where an internet address is, by the file in force. */
        post: operations["checkPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How good today's data is, by source. */
        get: operations["dataQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-quality/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became worse, latest first. */
        get: operations["dataQualityAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-quality/alerts/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each time that an alert began, resumed or ended, oldest first: for those who react to it.
         * @description Each is an entry of the log, on record once, whatever crashes. The topic `alerts` of `GET /api/v1/live` brings them as
         *     they happen; who missed some there goes on here.
         */
        get: operations["dataQualityAlertEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-quality/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How good a source's data is, by hours and days. */
        get: operations["dataQualityOfSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-quality/sources/{id}/events/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How good a source's events of a name are, by fields. */
        get: operations["dataQualityOfEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a field comes from, what changes it, and who reads it. */
        get: operations["lineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits in quarantine, by its cause, most events first. */
        get: operations["quarantineGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group with samples. */
        get: operations["quarantineGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/groups/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try out on the whole group what plans and transformations would make of it: those in force, or a draft of others. */
        post: operations["previewRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/previews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far trying out has come, and what came of it. */
        get: operations["repairPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/groups/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a group again by what is in force now, with the times at which its events came. What would only be quarantined again stays. */
        post: operations["releaseQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/groups/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a group on purpose, with a reason. */
        post: operations["dropQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Releases and droppings, the latest first. */
        get: operations["repairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/repairs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A release or dropping. */
        get: operations["repair"];
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
            /** @description Of events: `unplanned_event`, `unplanned_property`, `missing_property`, `wrong_type`, `value_not_allowed`, `pattern_mismatch`, `wrong_format`, `number_out_of_range`, `wrong_length`, `wrong_count`, `repeated_item`, `property_name_not_allowed`, `schema_mismatch`, `schema_too_deep`, and those of the tracking API. */
            code: string;
            /** @description A JSON Pointer. */
            path: string;
            found: string;
        };
        NoProblems: {
            problems: components["schemas"]["Violation"][];
            /** @description Of a draft with the `id` of a saved plan: what it takes away that somebody reads. */
            breaks: components["schemas"]["PlanBreak"][];
        };
        Any: Record<string, never>;
        /**
         * @default allow
         * @enum {string}
         */
        Action: "allow" | "omit" | "quarantine" | "block";
        Plan: {
            id?: string;
            version?: number;
            /** @description In the answer to saving: what the version took away that somebody reads. */
            breaks?: components["schemas"]["PlanBreak"][];
            name?: string;
            description?: string;
            /**
             * @description Whether a text of another `format` breaks a schema.
             * @default tell
             * @enum {string}
             */
            formats: "tell" | "refuse";
            /** @description Ready-made rules; the plan's own stand before them. */
            models?: string[];
            sources?: {
                /** @description Its id; `*` for every source that is in no plan. */
                source: string;
                unplannedEvents?: components["schemas"]["Action"];
                unplannedProperties?: components["schemas"]["Action"];
                violations?: components["schemas"]["Action"];
            }[];
            /** @description A JSON Schema of every event. */
            common?: Record<string, never>;
            /** @description Places where numbers that look like a card's or a resident's, or addresses, are kept as they come; everywhere else they are masked before they are kept. */
            keep?: {
                /** @enum {string} */
                kind: "card" | "resident_number" | "ip";
                /** @description JSON Pointer within the event; `*` for any one step, `**` at the end for all below. */
                at: string;
                reason?: string;
            }[];
            rules?: {
                /**
                 * @default track
                 * @enum {string}
                 */
                call: "track" | "identify" | "page" | "screen" | "group" | "alias";
                /** @description Of a track its event's name; of others nothing. */
                event?: string;
                /** @description Of `context.protocols.event_version`; 1 when absent. */
                version?: string | number;
                description?: string;
                /** @description A JSON Schema of the whole event, draft-07 or 2020-12; patterns in RE2 syntax. */
                schema: Record<string, never> | boolean;
            }[];
            /** @description In the author's words. */
            reason?: string;
            position?: string;
            /** @description Who saved this version; with `savedAt` absent of one that was saved before these were kept, until the next rebuild. */
            author?: string;
            /** Format: date-time */
            savedAt?: string;
            versions?: components["schemas"]["Saved"][];
        };
        Saved: {
            version: number;
            /** @description Of a plan. */
            name?: string;
            author?: string;
            /** Format: date-time */
            savedAt?: string;
            reason?: string;
        };
        Plans: {
            plans: components["schemas"]["Plan"][];
        };
        Models: {
            models: {
                id: string;
                name: string;
                description?: string;
                rules: number;
            }[];
        };
        Infer: {
            /** @default 7 */
            days: number;
            source?: string;
            name?: string;
        };
        Inferred: {
            /** @description How many events it is made of, newest first; 200,000 are enough. */
            events: number;
            /** Format: date-time */
            since: string;
            plan: components["schemas"]["Plan"];
        };
        Diff: {
            id: string;
            from: number;
            to: number;
            changes: {
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                /** @description A JSON Pointer in which a rule stands under `call event version`. */
                path: string;
                before?: unknown;
                after?: unknown;
            }[];
        };
        Transformations: {
            /** @description 0 as long as none were saved. */
            version?: number;
            transformations?: {
                id: string;
                name?: string;
                /** @default true */
                enabled: boolean;
                /** @description Ids; all sources when absent. */
                sources?: string[];
                /** @description Of a track its event's name, of others the call's; all when absent. */
                events?: string[];
                /** @description A condition of the one language that can be asked of one event: `trait`, `event` without a window, `all`, `any`, `none`. */
                when?: Record<string, never>;
                steps: components["schemas"]["Step"][];
            }[];
            /** @description Look-up tables by name. */
            tables?: {
                [key: string]: Record<string, never>;
            };
            reason?: string;
            author?: string;
            /** Format: date-time */
            savedAt?: string;
            position?: string;
        };
        Step: {
            /** @enum {string} */
            do: "rename" | "move" | "cast" | "default" | "set" | "drop" | "mask" | "hash" | "lookup" | "map" | "split" | "normalise" | "domain" | "user_agent" | "channel";
            /** @description A JSON Pointer into the event; `*` stands for every item of a list. */
            path: string;
            /**
             * @description Of `channel`: where the page's address stands; `utm_…` and click marks are read from it.
             * @default /context/page/url
             */
            page: string;
            /**
             * @description Of `channel`: where the campaign stands (`name`, `source`, `medium`, `term`, `content`).
             * @default /context/campaign
             */
            campaign: string;
            /** @description Of `channel`: domains of which nobody comes as from elsewhere, one's other sites and those that people pay on. The page's own is one. */
            ignore?: string[];
            /** @description Of `user_agent` the object in which `browser`, `os` (`name`, `version`) and `device` (`type`: desktop, mobile, tablet, tv, console, wearable or bot; `brand`, `model`, `name`) are filled, `/context` without it; of `channel` the object `{channel, source, medium, campaign, term, content}`, `/context/traffic` without it, with a channel of direct, cross_network, paid_shopping, paid_search, paid_social, paid_video, display, paid_other, organic_shopping, organic_social, organic_video, organic_search, email, affiliates, referral, audio, sms, messenger, push or unassigned. Of `rename` a name; of `move`, `lookup`, `normalise`, `domain` and `split` a name beside the place, or a place; of `cast` `text`, `number`, `integer`, `truth` or `date_time`; of `split` also a list of names. */
            to?: unknown;
            /** @description Of `default`. */
            value?: unknown;
            /** @description Of `set`: a text with places in braces, `{/properties/sku}`. */
            template?: string;
            /** @description Of `cast`, `lookup`, `map`, `normalise` and `domain`: `keep`, `drop`, or `{value: …}`. */
            otherwise?: unknown;
            keepFirst?: number;
            keepLast?: number;
            with?: string;
            table?: string;
            values?: Record<string, never>;
            on?: string;
            /**
             * @description Of `normalise`: the one form. Addresses are Korean ones, by road or by lot.
             * @enum {string}
             */
            as?: "email" | "phone" | "name" | "date" | "address" | "address_parts";
            /**
             * @description Of `normalise` as `date`: of days that do not begin with the year; those are left alone without it.
             * @enum {string}
             */
            order?: "dmy" | "mdy";
        };
        Templates: {
            templates: {
                id: string;
                name: string;
                transformation: Record<string, never>;
                tables?: Record<string, never>;
            }[];
        };
        Draft: {
            transformations?: components["schemas"]["Transformations"];
            plan?: components["schemas"]["Plan"];
            source?: string;
            event?: string;
            /** @default 20 */
            limit: number;
        };
        Tried: {
            position: string;
            messageId?: string;
            name?: string;
            /** @enum {string} */
            outcome: "accepted" | "quarantined" | "dropped";
            reasons: components["schemas"]["Violation"][];
            before?: unknown;
            /** @description As it would count; absent when that is as it was sent. */
            after?: unknown;
        };
        Location: {
            /** @description ISO 3166-1 alpha-2. */
            country?: string;
            countryName?: string;
            region?: string;
            city?: string;
            postcode?: string;
            timezone?: string;
            latitude?: number;
            longitude?: number;
            accuracyKm?: number;
        };
        Places: {
            /** @description Whether the setting names a file. */
            installed: boolean;
            /** @enum {string} */
            detail: "country" | "city" | "precise";
            file?: {
                type: string;
                /** Format: date-time */
                builtAt: string;
                /** Format: date-time */
                inForceSince: string;
            };
            asked: number;
            found: number;
            lastError?: {
                /** @enum {string} */
                code: "place_file_missing" | "place_file_invalid" | "place_file_damaged";
                detail: string;
                /** Format: date-time */
                at: string;
            };
        };
        Labels: {
            /** @description 0 as long as none were saved. */
            version?: number;
            /**
             * @description Whether a purpose sees fields without a label.
             * @default shown
             * @enum {string}
             */
            unlabelled: "shown" | "hidden";
            labels?: {
                /** @description JSON Pointer below `/traits`, `/properties`, `/context`, `/integrations`, or `/identifiers/TYPE`; `*` for every item. It speaks of all below, too. */
                field: string;
                /** @enum {string} */
                class: "none" | "personal" | "sensitive" | "special";
                /** @description Keys of those that may see it; of the class `none` all may. */
                purposes?: string[];
                kinds?: components["schemas"]["PersonalKind"][];
                note?: string;
            }[];
            author?: string;
            /** Format: date-time */
            savedAt?: string;
            reason?: string;
            position?: string;
        };
        /** @enum {string} */
        PersonalKind: "email" | "phone" | "card" | "resident_number" | "passport" | "name" | "address" | "ip";
        LabelProposals: {
            /** @description How many events were looked at. */
            events: number;
            proposals: {
                field: string;
                /** @enum {string} */
                class: "personal" | "sensitive" | "special";
                /** @description Empty where only the field's name says it. */
                kinds: components["schemas"]["PersonalKind"][];
                values: number;
                recognised: number;
            }[];
            /** @description What was masked or truncated before it was kept, since the server's start. */
            masked: {
                source: string;
                /** @enum {string} */
                kind: "card" | "resident_number" | "ip";
                /** @description Empty for addresses and broken events. */
                path: string;
                count: number;
            }[];
        };
        Bots: {
            version?: number;
            /** @default true */
            enabled: boolean;
            /**
             * @description `built-in` is the public list crawler-user-agents (MIT) that comes with the program, and follows its versions.
             * @enum {string}
             */
            list?: "built-in" | "own";
            listVersion?: string;
            /** @description Regular expressions (RE2) that are found anywhere in a user agent, or objects with a `pattern` as in the public list; with them the list is one's own. */
            patterns?: (string | Record<string, never>)[];
            /** @description Patterns that are not flagged. */
            allowed?: string[];
            released?: components["schemas"]["Repair"][];
            author?: string;
            /** Format: date-time */
            savedAt?: string;
            reason?: string;
            position?: string;
        };
        Agent: {
            userAgent: string;
        };
        Flagged: {
            flagged: boolean;
            pattern?: string;
        };
        Preview: {
            looked: number;
            samples: components["schemas"]["Tried"][];
            /** @description Of a draft of transformations: new steps after which a field is not what it was, and who reads it. */
            breaks?: components["schemas"]["Break"][];
            /** @description Of a draft of a saved plan: what it takes away that somebody reads. */
            planBreaks?: components["schemas"]["PlanBreak"][];
        };
        Group: {
            id: string;
            source: string;
            /** @description Empty where a source has more causes than are told apart. */
            name: string;
            causes: {
                code: string;
                /** @description Items of lists are one place, `*`. */
                path: string;
            }[];
            open: number;
            /** @description By what the events say of who it is. */
            people: number;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            samples?: {
                position: string;
                messageId?: string;
                name?: string;
                /** Format: date-time */
                time?: string;
                /** Format: date-time */
                receivedAt?: string;
                reasons?: components["schemas"]["Violation"][];
                body: string;
            }[];
        };
        Groups: {
            open: number;
            /** @description How many days an event waits at most, then it is dropped; 0 for ever. */
            keptDays: number;
            groups: components["schemas"]["Group"][];
        };
        Trial: {
            id: string;
            group: string;
            /** @enum {string} */
            status: "running" | "done" | "failed";
            total: number;
            looked: number;
            outcomes: {
                accepted: number;
                quarantined: number;
                dropped: number;
            };
            reasons: {
                code: string;
                events: number;
            }[];
            samples: components["schemas"]["Tried"][];
        };
        Wish: {
            reason?: string;
        };
        Repair: {
            id: string;
            /** @enum {string} */
            kind: "release" | "drop";
            group: string;
            /** @enum {string} */
            status: "running" | "done";
            author: string;
            reason: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** @description Events that waited when it began. */
            total: number;
            /** @description Events that are out of quarantine by it. */
            done: number;
            /** @description Events of the group that wait now. */
            left: number;
            /** @description Why it is tried again. */
            error?: string;
        };
        Repairs: {
            repairs: components["schemas"]["Repair"][];
        };
        DayOfSource: {
            /**
             * Format: date
             * @description By the workspace's time zone.
             */
            day?: string;
            events: number;
            accepted: number;
            duplicates: number;
            quarantined: number;
            dropped: number;
            /** @description Flagged and kept apart: they are in none of the other numbers. */
            robots?: number;
            /** @description Share that was no repetition, 0 to 1. */
            uniqueness?: number;
            /** @description From when it happened to when it came: half took no longer, up to a factor of 2. */
            delayP50Seconds?: number;
            delayP95Seconds?: number;
            /** Format: date-time */
            lastAt?: string;
        };
        Volume: {
            /**
             * @description `learning`: less than three weeks are known, or fewer than 40 events are usual.
             * @enum {string}
             */
            state: "learning" | "usual" | "drop" | "surge";
            /** @description The span that was looked at. */
            minutes?: number;
            observed?: number;
            expected?: number;
        };
        SourceToday: {
            source: string;
            name: string;
            /** @enum {string} */
            kind: "browser" | "app" | "server" | "import";
            volume: components["schemas"]["Volume"];
            today: components["schemas"]["DayOfSource"];
            /** @description That last. */
            alerts: number;
        };
        DataQuality: {
            sources: components["schemas"]["SourceToday"][];
            alerts: number;
            /** @description Up to which all is counted. */
            position: string;
        };
        QualityAlert: {
            number: number;
            /** @enum {string} */
            code: "drop" | "surge" | "completeness" | "validity" | "uniqueness" | "freshness";
            source: string;
            event?: string;
            field?: string;
            /** Format: date-time */
            foundAt: string;
            /** Format: date-time */
            seenAt: string;
            /**
             * Format: date-time
             * @description Absent while it lasts.
             */
            endedAt?: string;
            minutes?: number;
            /** @description Of `drop` and `surge` events, of `freshness` seconds, else a share from 0 to 1. */
            observed: number;
            expected: number;
        };
        AlertEvent: {
            /** @description In the order of time; absent on the live stream. */
            id?: string;
            /**
             * @description `resumed`: it was over for less than a day.
             * @enum {string}
             */
            what: "began" | "resumed" | "ended";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            code: "drop" | "surge" | "completeness" | "validity" | "uniqueness" | "freshness";
            source: string;
            event?: string;
            field?: string;
            /** Format: date-time */
            foundAt: string;
            minutes?: number;
            /** @description Of `drop` and `surge` events, of `freshness` seconds, else a share from 0 to 1. */
            observed: number;
            expected: number;
            /** @description In the log. */
            position: string;
        };
        QualityAlerts: {
            alerts: components["schemas"]["QualityAlert"][];
            /** @description Names the next page; absent on the last. */
            before?: number;
        };
        SourceQuality: {
            source: string;
            name: string;
            kind: string;
            volume: components["schemas"]["Volume"];
            hours: {
                /** Format: date-time */
                hour: string;
                events: number;
                /** @description Absent as long as too little is known. */
                expected?: number;
            }[];
            days: components["schemas"]["DayOfSource"][];
            events: {
                event: string;
                events: number;
                validity: number;
                fields: number;
            }[];
            alerts: components["schemas"]["QualityAlert"][];
        };
        FieldQuality: {
            field: string;
            present: number;
            /** @description Null or without a letter. */
            blank: number;
            /** @description Share of the events that were looked into, 0 to 1. */
            completeness: number;
            violations: number;
            /** @description `text`, `number`, `truth`, `time`, `list`, `object`. */
            types: {
                [key: string]: number;
            };
            /** @description About how many values are different, within 5 % as a rule. */
            distinct?: number;
            uniqueness?: number;
            days: {
                /** Format: date */
                day: string;
                completeness: number;
            }[];
        };
        EventQuality: {
            source: string;
            name: string;
            kind: string;
            event: string;
            /** @description Accepted or quarantined, repetitions left out. */
            events: number;
            /** @description How many of them were looked into: the first 500 of a day, then one in sixteen. */
            looked: number;
            /** @description Share with which nothing was found wrong, 0 to 1. */
            validity: number;
            days: {
                /** Format: date */
                day: string;
                events: number;
                validity: number;
            }[];
            fields: components["schemas"]["FieldQuality"][];
            alerts: components["schemas"]["QualityAlert"][];
        };
        Reader: {
            /** @enum {string} */
            kind: "segment" | "computed_trait";
            id: string;
            name: string;
            /** @enum {string} */
            status: "draft" | "active";
            /** @description The id of what it reads the field through. */
            via?: string;
        };
        TouchedField: {
            transformation: string;
            do: string;
            field: string;
            to: string[];
        };
        PlanBreak: {
            /**
             * @description `required`: it has to be there from now on; `narrowed`: `rule` allows less. Of these two the readers are those of the whole event where the draft quarantines or blocks what breaks it.
             * @enum {string}
             */
            change: "dropped" | "retyped" | "required" | "narrowed";
            call: string;
            /** @description Of a track. */
            event?: string;
            /** @description Of the event, that are meant; none for all. */
            versions: string[];
            /** @description Absent when no rule speaks of the event, or of these versions of it, any more. */
            field?: string;
            /** @description Of a `narrowed`: the word of JSON Schema. `enum` is also `const`; `minimum` and `maximum` are also the exclusive ones, written `>1` and `<9`; `type` is an integer for a number, or no null. */
            rule?: string;
            /** @description Of `retyped` types of JSON Schema, integers as numbers; of `narrowed` what the rule allowed; none for any. */
            before: string[];
            after: string[];
            readers: components["schemas"]["Reader"][];
            /** @description Steps that touch the field, `when` for a condition; of an event those that name it. */
            transformations: components["schemas"]["TouchedField"][];
            /** @description HTTP enrichers that send the field or whose condition asks for it. */
            enrichers: {
                enricher: string;
                name: string;
                status: string;
            }[];
        };
        Break: components["schemas"]["TouchedField"] & {
            readers: components["schemas"]["Reader"][];
        };
        Lineage: {
            event?: string;
            field?: string;
            sources: {
                source: string;
                name: string;
                kind: string;
                event: string;
                events: number;
                completeness?: number;
            }[];
            plans: {
                plan: string;
                name: string;
                version: number;
                call?: string;
                event?: string;
            }[];
            transformations: components["schemas"]["TouchedField"][];
            /** @description Others whose answers set the trait. */
            enrichers: {
                enricher: string;
                name: string;
                status: string;
                recipient: string;
                trait: string;
                from: string;
            }[];
            readers: components["schemas"]["Reader"][];
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
    plans: {
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
                    "application/json": components["schemas"]["Plans"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    planModels: {
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
            /** @description They can be named in `models` of a plan and extended by its own rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Models"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    planModel: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /** @example activity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `model_not_found`. */
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
    validatePlan: {
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
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description Nothing is wrong. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoProblems"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `invalid_plan`, with all problems: `unknown_field`, `invalid_name`, `unknown_word`, `invalid_source`, `unknown_source`, `own_source`, `source_has_plan`, `unknown_action`, `unknown_model`, `unknown_call`, `invalid_event`, `invalid_version`, `repeated_rule`, `missing_schema`, `empty_plan`, `not_a_schema`, `unsupported_schema`, `unknown_reference`, `unsupported_pattern`, `invalid_id`, `invalid_reason`. */
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
    convertPlan: {
        parameters: {
            query?: {
                /** @description Name of the event that a JSON Schema is of; its title when absent. */
                event?: string;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Any"];
            };
        };
        responses: {
            /** @description A plan, to be looked over and saved. Files are a JSON Schema (of a whole event, or of its properties alone), a tracking plan in either form of the Segment family, or a plan of ours. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `unknown_file`, with all problems: `unknown_form`, `missing_event`. */
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
    inferPlan: {
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
                "application/json": components["schemas"]["Infer"];
            };
        };
        responses: {
            /** @description Types, which fields nearly all events have, formats, enums, examples; `x-rate` is the share of the objects that have a field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inferred"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `invalid_request`, with all problems: `invalid_days`, `unknown_source`. */
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
    plan: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
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
            /** @description The version saved last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `plan_not_found`. */
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
    savePlan: {
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description It is saved, and the entry of `position` is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_plan`, with all problems: `unknown_field`, `invalid_name`, `unknown_word`, `invalid_source`, `unknown_source`, `own_source`, `source_has_plan`, `unknown_action`, `unknown_model`, `unknown_call`, `invalid_event`, `invalid_version`, `repeated_rule`, `missing_schema`, `empty_plan`, `not_a_schema`, `unsupported_schema`, `unknown_reference`, `unsupported_pattern`, `invalid_id`, `invalid_reason`. */
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
    planVersion: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
                /** @example 1 */
                version: string;
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
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `plan_not_found`. */
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
    planDiff: {
        parameters: {
            query: {
                /** @example 1 */
                from: string;
                /** @example 2 */
                to: string;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
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
            /** @description Rules by call, event and version, wherever they stand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `plan_not_found`. */
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
    transformations: {
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
            /** @description In the order in which events go through them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transformations"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    saveTransformations: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transformations"];
            };
        };
        responses: {
            /** @description They are saved, and the entry of `position` is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transformations"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transformations`, with all problems: `unknown_field`, `invalid_id`, `not_a_list`, `not_an_object`, `invalid_steps`, `unknown_step`, `invalid_path`, `unknown_type`, `invalid_otherwise`, `missing_value`, `invalid_template`, `unknown_table`, `missing_values`, `missing_separator`, `invalid_mask`, `invalid_number`, `not_of_one_event`, `unknown_form`, `unknown_word`, `unknown_source`, `own_source` and those of conditions. */
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
    transformationTemplates: {
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
            /** @description Each with a transformation, and tables where it needs some. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Templates"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    previewTransformations: {
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
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description Nothing was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `invalid_preview`, with all problems: those of plans and transformations below `/plan` and `/transformations`, `not_an_object`, `unknown_source`, `invalid_limit`. */
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
    transformationsVersions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them; `next` is absent on the last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["Saved"][];
                        next?: string;
                    };
                };
            };
            /** @description `invalid_limit`, `invalid_cursor` or `invalid_position`. */
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
    transformationsVersion: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /** @example 1 */
                version: string;
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
                    "application/json": components["schemas"]["Transformations"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    labels: {
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
            /** @description As people confirmed them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Labels"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    saveLabels: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Labels"];
            };
        };
        responses: {
            /** @description They are saved, and the entry of `position` is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Labels"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_labels`, with all problems: `unknown_field`, `unknown_word`, `not_a_list`, `not_an_object`, `invalid_place`, `unknown_class`, `unknown_purpose`, `unknown_kind`, `not_a_text`, `invalid_note`, `invalid_reason`. */
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
    labelProposals: {
        parameters: {
            query?: {
                /** @description How far back. */
                days?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of fields that nobody has labelled; 20,000 events are enough. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelProposals"];
                };
            };
            /** @description `invalid_days` or `invalid_position`. */
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
    labelsVersion: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /** @example 1 */
                version: string;
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
                    "application/json": components["schemas"]["Labels"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    bots: {
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
            /** @description With all patterns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bots"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    saveBots: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bots"];
            };
        };
        responses: {
            /** @description It is saved; `released` are the repairs that began. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bots"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `version_conflict`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_bots`, with all problems: `unknown_field`, `unknown_word`, `missing_value`, `not_a_list`, `invalid_pattern`, `unknown_pattern`, `not_a_truth`, `invalid_reason`. */
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
    checkBot: {
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
                "application/json": components["schemas"]["Agent"];
            };
        };
        responses: {
            /** @description And by which pattern. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flagged"];
                };
            };
            /** @description `invalid_json` or `invalid_position`. */
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
            /** @description `invalid_request`. */
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
    places: {
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
            /** @description The file, what was asked since the start, and what failed last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Places"];
                };
            };
            /** @description `invalid_position`. */
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
    checkPlace: {
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
                "application/json": {
                    ip: string;
                };
            };
        };
        responses: {
            /** @description Empty when the file knows none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        location?: components["schemas"]["Location"];
                    };
                };
            };
            /** @description `invalid_json` or `invalid_position`. */
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
            /** @description `invalid_request`. */
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
    dataQuality: {
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
            /** @description Of each source volume against what is usual, outcomes, repetitions and delays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataQuality"];
                };
            };
            /** @description `invalid_position`. */
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
    dataQualityAlerts: {
        parameters: {
            query?: {
                /** @description Only what lasts. */
                open?: boolean;
                /** @description Only numbers below it: `before` of the page before. */
                before?: number;
                limit?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each once, however long it lasts; what comes back within a day is the same again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityAlerts"];
                };
            };
            /** @description `invalid_cursor`, `invalid_limit` or `invalid_position`. */
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
    dataQualityAlertEvents: {
        parameters: {
            query?: {
                /** @description Only those after it: `next` of the answer before. */
                cursor?: string;
                limit?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: components["schemas"]["AlertEvent"][];
                        /** @description Where to go on from, now or when there is more; absent while there never was any. */
                        next?: string;
                    };
                };
            };
            /** @description `invalid_limit` or `invalid_position`. */
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
    dataQualityOfSource: {
        parameters: {
            query?: {
                days?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
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
            /** @description Two days by hours with what is usual, and days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceQuality"];
                };
            };
            /** @description `invalid_days` or `invalid_position`. */
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
            /** @description `source_not_found`. */
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
    dataQualityOfEvent: {
        parameters: {
            query?: {
                days?: number;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
                /** @description Of a track its event's name; of any other call the call's, in lower case. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Completeness, validity, types and uniqueness of each field, with their trend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventQuality"];
                };
            };
            /** @description `invalid_days` or `invalid_position`. */
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
            /** @description `source_not_found` or `event_not_met`. */
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
    lineage: {
        parameters: {
            query?: {
                /** @description A name; all when absent. */
                event?: string;
                /** @description `properties.NAME` or `traits.NAME`, with dots inwards; the events themselves when absent. */
                field?: string;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sources of the last 30 days, plans, transformations, segments and computed traits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lineage"];
                };
            };
            /** @description `invalid_field` or `invalid_position`. */
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
    quarantineGroups: {
        parameters: {
            query?: {
                /** @description Id of a source; all when absent. */
                source?: string;
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups of events of one source and name that wait for the same reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    quarantineGroup: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
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
            /** @description The first five events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `group_not_found`. */
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
    previewRepair: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description It has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `group_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_draft`, with all problems: those of plans and transformations below `/plan` and `/transformations`, `not_an_object`. */
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
    repairPreview: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
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
            /** @description Kept for the latest twenty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `preview_not_found`. */
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
    releaseQuarantined: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wish"];
            };
        };
        responses: {
            /** @description It has begun, and goes on after a crash. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `group_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_repair`, with all problems: `invalid_reason`. */
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
    dropQuarantined: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wish"];
            };
        };
        responses: {
            /** @description It has begun, and goes on after a crash. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `group_not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["NotYet"];
            /** @description `invalid_repair`, with all problems: `missing_reason`, `invalid_reason`. */
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
    repairs: {
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
            /** @description Those of the retention have no author. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repairs"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
    repair: {
        parameters: {
            query?: {
                /** @description The answer sees the entry at this position, e.g. the one that `?ack=full` named. */
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
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description `invalid_json`, `invalid_version` or `invalid_position`. */
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
            /** @description `repair_not_found`. */
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
