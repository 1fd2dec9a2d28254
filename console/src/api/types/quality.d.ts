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
            versions?: {
                version: number;
                name: string;
            }[];
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
            position?: string;
        };
        Step: {
            /** @enum {string} */
            do: "rename" | "move" | "cast" | "default" | "set" | "drop" | "mask" | "hash" | "lookup" | "map" | "split";
            /** @description A JSON Pointer into the event; `*` stands for every item of a list. */
            path: string;
            /** @description Of `rename` a name; of `move`, `lookup` and `split` a name beside the place, or a place; of `cast` `text`, `number`, `integer`, `truth` or `date_time`; of `split` also a list of names. */
            to?: unknown;
            /** @description Of `default`. */
            value?: unknown;
            /** @description Of `set`: a text with places in braces, `{/properties/sku}`. */
            template?: string;
            /** @description Of `cast`, `lookup` and `map`: `keep`, `drop`, or `{value: …}`. */
            otherwise?: unknown;
            keepFirst?: number;
            keepLast?: number;
            with?: string;
            table?: string;
            values?: Record<string, never>;
            on?: string;
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
        Preview: {
            looked: number;
            samples: components["schemas"]["Tried"][];
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
            /** @description `invalid_plan`, with all problems: `unknown_field`, `invalid_name`, `unknown_word`, `invalid_source`, `unknown_source`, `source_has_plan`, `unknown_action`, `unknown_model`, `unknown_call`, `invalid_event`, `invalid_version`, `repeated_rule`, `missing_schema`, `empty_plan`, `not_a_schema`, `unsupported_schema`, `unknown_reference`, `unsupported_pattern`, `invalid_id`, `invalid_reason`. */
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
            /** @description `invalid_plan`, with all problems: `unknown_field`, `invalid_name`, `unknown_word`, `invalid_source`, `unknown_source`, `source_has_plan`, `unknown_action`, `unknown_model`, `unknown_call`, `invalid_event`, `invalid_version`, `repeated_rule`, `missing_schema`, `empty_plan`, `not_a_schema`, `unsupported_schema`, `unknown_reference`, `unsupported_pattern`, `invalid_id`, `invalid_reason`. */
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
            /** @description `invalid_transformations`, with all problems: `unknown_field`, `invalid_id`, `not_a_list`, `not_an_object`, `invalid_steps`, `unknown_step`, `invalid_path`, `unknown_type`, `invalid_otherwise`, `missing_value`, `invalid_template`, `unknown_table`, `missing_values`, `missing_separator`, `invalid_mask`, `invalid_number`, `not_of_one_event`, `unknown_source` and those of conditions. */
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
            /** @description `invalid_preview`, with all problems: those of plans and transformations below `/plan` and `/transformations`, `unknown_source`, `invalid_limit`. */
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
            /** @description `invalid_draft`, with all problems: those of plans and transformations below `/plan` and `/transformations`. */
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
