// Made from api/openapi/collect.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one event; the path says its kind. */
        post: operations["identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one track call. */
        post: operations["track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one page call. */
        post: operations["page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one screen call. */
        post: operations["screen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one group call. */
        post: operations["group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one alias call. */
        post: operations["alias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/i": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of identify. */
        post: operations["identifyShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/t": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of track. */
        post: operations["trackShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/p": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of page. */
        post: operations["pageShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/s": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of screen. */
        post: operations["screenShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/g": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of group. */
        post: operations["groupShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/a": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of alias. */
        post: operations["aliasShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take many events; each says its own kind in `type`. */
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/b": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Short form of batch. */
        post: operations["batchShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same as batch; history is told apart by the source's kind. */
        post: operations["import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beacon/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same as batch, for a page that is being left; its key stands in the query. */
        post: operations["beacon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/m": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an SDK's metrics of its own, and drop them. */
        post: operations["clientMetrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pixel/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take one event that stands in the address of a picture, e.g. of an opened mail. HEAD takes nothing. */
        get: operations["pixel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{writeKey}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of Segment's SDKs. */
        get: operations["segmentSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{writeKey}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of Segment's SDKs, at the place where some of them ask. */
        get: operations["segmentSettingsBare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sourceConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of RudderStack's SDKs. */
        get: operations["rudderSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/s/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one event from Jitsu's SDKs. */
        post: operations["jitsu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/s/s2s/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one event from Jitsu's server SDKs. */
        post: operations["jitsuServer"];
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
        /**
         * @description At least one of `userId`, `anonymousId` or another identifier makes it an event. Whatever else stands in it is
         *     kept as it came; nothing is refused because it is unknown.
         */
        Event: {
            /**
             * @description Needed in a batch only.
             * @enum {string}
             */
            type?: "identify" | "track" | "page" | "screen" | "group" | "alias";
            /** @description Finds duplicates; else a hash of the content does. */
            messageId?: string;
            userId?: string | number | null;
            anonymousId?: string | number | null;
            /** @description Of an alias. */
            previousId?: string | number | null;
            /** @description Of a group */
            groupId?: string | number | null;
            /** @description Of a track */
            event?: string;
            /** @description Of a page or a screen. */
            name?: string;
            category?: string;
            timestamp?: string;
            originalTimestamp?: string;
            sentAt?: string;
            traits?: Record<string, never>;
            properties?: Record<string, never>;
            context?: Record<string, never>;
            integrations?: Record<string, never>;
            /** @description From a source of kind import, the row's own key: it becomes the identifier `row:{source id}/{rowKey}` beside any other. A row of an import that names nobody is kept under it as a prospect, an anonymous profile; without a rowKey under its `messageId`, without that under a hash of its content. */
            rowKey?: string | number | null;
            writeKey?: string;
        };
        Batch: {
            batch: components["schemas"]["Event"][];
            /** @description A default for each event's, field by field. */
            context?: Record<string, never>;
            /** @description A default for each event's, field by field. */
            integrations?: Record<string, never>;
            sentAt?: string;
            writeKey?: string;
        };
        Taken: {
            /** @constant */
            success: true;
            results?: components["schemas"]["Result"][];
            /** @description Given to a read as `?at-least=`, makes it see these events. */
            position?: string;
        };
        Result: {
            index: number;
            /** @description Its own, the hash of its content, or one given to it. */
            messageId: string;
            /** @enum {string} */
            status: "accepted" | "duplicate" | "quarantined" | "dropped";
            /** @description Of a duplicate, the position of the first. */
            first?: string;
            reasons: components["schemas"]["Reason"][];
        };
        Reason: {
            code: string;
            /** @description JSON Pointer into the event. */
            path?: string;
            found?: string;
        };
        SegmentSettings: {
            integrations: {
                "Segment.io": {
                    apiKey: string;
                    /** @description Without a scheme */
                    apiHost: string;
                    /** @enum {string} */
                    protocol: "https" | "http";
                    /** @constant */
                    addBundledMetadata: true;
                };
            };
            metrics: Record<string, never>;
            plan: Record<string, never>;
            consentSettings: Record<string, never>;
        };
        RudderSettings: {
            source: {
                id: string;
                name: string;
                enabled: boolean;
                config: Record<string, never>;
                destinations: unknown[];
            };
        };
        /** @description RFC 9457. */
        Problem: {
            title: string;
            status: number;
            /** @description Stable. */
            code: string;
            /** @description What is safe and what to do. */
            detail: string;
        };
    };
    responses: {
        /** @description Every event is durable. */
        Taken: {
            headers: {
                /** @description Names this request in the server's log. */
                "Request-Id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Taken"];
            };
        };
        /**
         * @description `invalid_json`, `invalid_gzip`, `no_batch`, `too_deep` (the batch's context), `number_too_long`,
         *     `number_out_of_range` (the same), `missing_data`, `invalid_base64`, `bad_request`. Nothing was taken.
         */
        Broken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `missing_write_key` or `unknown_write_key`. Nothing was taken. */
        UnknownSource: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `method_not_allowed`; the header Allow names those that are. */
        NotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `event_too_large`, `body_too_large` or `too_many_events`. Nothing was taken. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_encoding`: send it plain or as gzip. */
        UnknownEncoding: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate_limited`. Nothing was taken. */
        TooFast: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                /** @description Seconds. */
                "X-RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `disk_full`, `overloaded`, `stopping` or `log_failed`. Nothing was taken; send it again. */
        Unavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown_write_key`: no enabled source has it. */
        NoSettings: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "code": "invalid_json",
                 *       "detail": "Nothing was taken. Unexpected end-of-input"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The source's write key, unless it stands in a header or in the body.
         * @example wk_web
         */
        writeKey: string;
        /**
         * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
         *     tracking specification.
         * @example full
         */
        ack: "full";
    };
    requestBodies: {
        Event: {
            content: {
                /**
                 * @example {
                 *       "messageId": "0f1f7a3e-0d1e-4a55-bb8e-9e4d7fd6b1a5",
                 *       "userId": "u-1042",
                 *       "anonymousId": "5b3c2a10-77aa-4c0e-9d1b-000000000001",
                 *       "event": "Order Completed",
                 *       "timestamp": "2026-03-01T12:00:00.123Z",
                 *       "properties": {
                 *         "order_id": "o-77",
                 *         "total": 12900,
                 *         "currency": "KRW"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event"];
            };
        };
        Batch: {
            content: {
                /**
                 * @example {
                 *       "sentAt": "2026-03-01T12:00:01Z",
                 *       "context": {
                 *         "library": {
                 *           "name": "analytics-java",
                 *           "version": "3.5.0"
                 *         }
                 *       },
                 *       "batch": [
                 *         {
                 *           "type": "identify",
                 *           "messageId": "m-1",
                 *           "userId": "u-1042",
                 *           "traits": {
                 *             "email": "kim@shop.example"
                 *           }
                 *         },
                 *         {
                 *           "type": "track",
                 *           "messageId": "m-2",
                 *           "userId": "u-1042",
                 *           "event": "Product Viewed"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Batch"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    identify: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    track: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    page: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    screen: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    group: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    alias: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    identifyShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    trackShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    pageShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    screenShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    groupShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    aliasShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    batch: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Batch"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    batchShort: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Batch"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    import: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Batch"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    beacon: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Batch"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    clientMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "series": []
                 *     }
                 */
                "application/json": unknown;
            };
        };
        responses: {
            200: components["responses"]["Taken"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
        };
    };
    pixel: {
        parameters: {
            query: {
                /**
                 * @description The event's JSON in base64, of either alphabet, with or without padding.
                 * @example eyJ3cml0ZUtleSI6IndrX3dlYiIsInVzZXJJZCI6InUxIiwiZXZlbnQiOiJFbWFpbCBPcGVuZWQifQ
                 */
                data: string;
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path: {
                /**
                 * @description The kind of call; with any other word the event says it itself.
                 * @example track
                 */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A transparent picture of one by one, never cached. The event is durable. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/gif": string;
                };
            };
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    segmentSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example wk_web */
                writeKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything goes to this server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "integrations": {
                     *         "Segment.io": {
                     *           "apiKey": "wk_web",
                     *           "apiHost": "t.shop.example/v1",
                     *           "protocol": "https",
                     *           "addBundledMetadata": true
                     *         }
                     *       },
                     *       "metrics": {
                     *         "sampleRate": 0
                     *       },
                     *       "plan": {},
                     *       "consentSettings": {
                     *         "allCategories": [],
                     *         "hasUnmappedDestinations": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SegmentSettings"];
                };
            };
            404: components["responses"]["NoSettings"];
            405: components["responses"]["NotAllowed"];
        };
    };
    segmentSettingsBare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example wk_web */
                writeKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything goes to this server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "integrations": {
                     *         "Segment.io": {
                     *           "apiKey": "wk_web",
                     *           "apiHost": "t.shop.example/v1",
                     *           "protocol": "https",
                     *           "addBundledMetadata": true
                     *         }
                     *       },
                     *       "metrics": {
                     *         "sampleRate": 0
                     *       },
                     *       "plan": {},
                     *       "consentSettings": {
                     *         "allCategories": [],
                     *         "hasUnmappedDestinations": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SegmentSettings"];
                };
            };
            404: components["responses"]["NoSettings"];
            405: components["responses"]["NotAllowed"];
        };
    };
    rudderSettings: {
        parameters: {
            query?: {
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No destinations on the device. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "source": {
                     *         "id": "src_web",
                     *         "name": "web",
                     *         "enabled": true,
                     *         "config": {
                     *           "statsCollection": {
                     *             "errors": {
                     *               "enabled": false
                     *             },
                     *             "metrics": {
                     *               "enabled": false
                     *             }
                     *           }
                     *         },
                     *         "destinations": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RudderSettings"];
                };
            };
            404: components["responses"]["NoSettings"];
            405: components["responses"]["NotAllowed"];
        };
    };
    jitsu: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path: {
                /**
                 * @description The kind of call, or `batch` for many events; with any other word the event says it itself.
                 * @example track
                 */
                type: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
    jitsuServer: {
        parameters: {
            query?: {
                /**
                 * @description `full` waits until the events are decided and can be read, and tells what became of each. Beyond the
                 *     tracking specification.
                 * @example full
                 */
                ack?: components["parameters"]["ack"];
                /**
                 * @description The source's write key, unless it stands in a header or in the body.
                 * @example wk_web
                 */
                writeKey?: components["parameters"]["writeKey"];
            };
            header?: never;
            path: {
                /**
                 * @description The kind of call, or `batch` for many events; with any other word the event says it itself.
                 * @example track
                 */
                type: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Event"];
        responses: {
            200: components["responses"]["Taken"];
            400: components["responses"]["Broken"];
            401: components["responses"]["UnknownSource"];
            405: components["responses"]["NotAllowed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownEncoding"];
            429: components["responses"]["TooFast"];
            503: components["responses"]["Unavailable"];
        };
    };
}
