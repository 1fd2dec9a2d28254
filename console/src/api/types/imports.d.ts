// Made from api/openapi/imports.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All imports, the newest first. */
        get: operations["imports"];
        put?: never;
        /** Make an import, or find the unfinished one of the same file, source and map. */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** One import, with how far it has come and its last error. */
        get: operations["findImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Send a part of the file, at most 500 KB; it is on disk when this is answered.
         * @description `uploaded` of the answer says from where to go on, also after either side was killed. A part sent twice is
         *     passed over. With the last one the SHA-256 is checked. Gzip is sent as it is, without `Content-Encoding`.
         */
        put: operations["uploadPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start it, or go on where it stopped. */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop it; what is taken stays taken, and it can go on. */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back all of its events.
         * @description Durable, and heeded by every rebuild from then on. Reads of events leave them out at once. A rebuild
         *     begins by itself; until it is done profiles still show what they added, and the source takes no other import.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** The first rows as events, once it or a dry run has come to them. */
        get: operations["importPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** The rows that became no accepted event, in the file's order, each with all its reasons. */
        get: operations["rejectedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/undo-imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back everything that a source of kind import has sent so far.
         * @description As with one import; the source is named by its id or its name, and stays. Its imports are `undone`, also those
         *     that could not be finished. What it sends afterwards counts.
         */
        post: operations["undoSource"];
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
        Import: {
            id: string;
            /** @description Id of the source. */
            source: string;
            name: string;
            bytes: number;
            sha256: string;
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            state: "uploading" | "ready" | "running" | "done" | "cancelled" | "failed" | "undone";
            /** @description Bytes of the file that are here. */
            uploaded: number;
            /** @description Whether the figures are a dry run's. */
            rehearsal: boolean;
            /** @description Read so far. */
            rows: number;
            /** @description Of the file, read so far; the measure of progress. */
            readBytes: number;
            accepted: number;
            /** @description Rows that came before; they changed nothing. */
            duplicate: number;
            /** @description Events that were refused and are kept. */
            quarantined: number;
            dropped: number;
            /** @description Rows that became no event. */
            rejected: number;
            /** @description How often each code refused a row. */
            reasons: {
                [key: string]: number;
            };
            /** @description Position of its first event. */
            from?: string;
            /** @description Position of its last event; for `at-least`. */
            position?: string;
            /** @description Why it stands still just now and tries again. */
            waiting?: string;
            /** @description Why it failed. */
            error?: string;
            errorDetail?: string;
        };
        Reason: {
            code: string;
            /** @description JSON Pointer into the row, the event or the map. */
            path?: string;
            found?: string;
        };
        Problem: {
            title: string;
            status: number;
            code: string;
            detail: string;
            reasons?: components["schemas"]["Reason"][];
        };
    };
    responses: {
        /**
         * @description `invalid_json`, `invalid_name`, `incomplete`, `invalid_map` (with `reasons`), `invalid_sha256`, `invalid_bytes`,
         *     `invalid_offset` or `invalid_from`.
         */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `body_too_large`. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `missing_key` or `unknown_key`. */
        NoKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `owner_link_only`. */
        WrongKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `import_not_found` or `source_not_found`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `not_an_import_source`, `too_many_imports`, `wrong_offset`, `wrong_sha256`, `file_missing`, `import_over`,
         *     `import_under_way`, `undo_pending`, `source_busy`, `source_disabled` or `nothing_to_undo`.
         */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Storage does not work just now; nothing was done. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "import_not_found",
                 *       "detail": "There is no import with this id."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @example imp_019a8f3c2d14b7e0 */
        id: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "imports": [],
                     *       "undoing": []
                     *     }
                     */
                    "application/json": {
                        imports: components["schemas"]["Import"][];
                        /**
                         * @description Ids of the sources of which something was taken back that profiles still show, until the
                         *     rebuild that has begun by itself is done. They take no other import meanwhile.
                         */
                        undoing: string[];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "Shop files",
                 *       "name": "orders.csv",
                 *       "bytes": 1200,
                 *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                 *       "map": {
                 *         "event": {
                 *           "type": "track",
                 *           "event": "Order Completed",
                 *           "userId": "{Customer}"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Id or name of a source of kind import. */
                    source: string;
                    /** @description Of the file, for people. */
                    name: string;
                    /** @description Size of the file as it will be sent. */
                    bytes: number;
                    /** @description Of the file as it will be sent. */
                    sha256: string;
                    /** @description How rows become events; see docs/imports.md. */
                    map: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description The import as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_019a8f3c2d14b7e0",
                     *       "source": "src_1",
                     *       "name": "orders.csv",
                     *       "bytes": 1200,
                     *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "author": "first key",
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "state": "done",
                     *       "uploaded": 1200,
                     *       "rehearsal": false,
                     *       "rows": 12,
                     *       "readBytes": 1200,
                     *       "accepted": 10,
                     *       "duplicate": 0,
                     *       "quarantined": 1,
                     *       "dropped": 0,
                     *       "rejected": 1,
                     *       "reasons": {
                     *         "invalid_number": 1,
                     *         "no_identifier": 1
                     *       },
                     *       "from": "101",
                     *       "position": "111"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    findImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_019a8f3c2d14b7e0",
                     *       "source": "src_1",
                     *       "name": "orders.csv",
                     *       "bytes": 1200,
                     *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "author": "first key",
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "state": "done",
                     *       "uploaded": 1200,
                     *       "rehearsal": false,
                     *       "rows": 12,
                     *       "readBytes": 1200,
                     *       "accepted": 10,
                     *       "duplicate": 0,
                     *       "quarantined": 1,
                     *       "dropped": 0,
                     *       "rejected": 1,
                     *       "reasons": {
                     *         "invalid_number": 1,
                     *         "no_identifier": 1
                     *       },
                     *       "from": "101",
                     *       "position": "111"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploadPart: {
        parameters: {
            query?: {
                /** @description Where in the file the part begins. */
                offset?: number;
            };
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The import as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_019a8f3c2d14b7e0",
                     *       "source": "src_1",
                     *       "name": "orders.csv",
                     *       "bytes": 1200,
                     *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "author": "first key",
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "state": "done",
                     *       "uploaded": 1200,
                     *       "rehearsal": false,
                     *       "rows": 12,
                     *       "readBytes": 1200,
                     *       "accepted": 10,
                     *       "duplicate": 0,
                     *       "quarantined": 1,
                     *       "dropped": 0,
                     *       "rejected": 1,
                     *       "reasons": {
                     *         "invalid_number": 1,
                     *         "no_identifier": 1
                     *       },
                     *       "from": "101",
                     *       "position": "111"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
    startImport: {
        parameters: {
            query?: {
                /** @description Whether it only finds out what would become of every row, and takes nothing. */
                rehearse?: boolean;
            };
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_019a8f3c2d14b7e0",
                     *       "source": "src_1",
                     *       "name": "orders.csv",
                     *       "bytes": 1200,
                     *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "author": "first key",
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "state": "done",
                     *       "uploaded": 1200,
                     *       "rehearsal": false,
                     *       "rows": 12,
                     *       "readBytes": 1200,
                     *       "accepted": 10,
                     *       "duplicate": 0,
                     *       "quarantined": 1,
                     *       "dropped": 0,
                     *       "rejected": 1,
                     *       "reasons": {
                     *         "invalid_number": 1,
                     *         "no_identifier": 1
                     *       },
                     *       "from": "101",
                     *       "position": "111"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_019a8f3c2d14b7e0",
                     *       "source": "src_1",
                     *       "name": "orders.csv",
                     *       "bytes": 1200,
                     *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "author": "first key",
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "state": "done",
                     *       "uploaded": 1200,
                     *       "rehearsal": false,
                     *       "rows": 12,
                     *       "readBytes": 1200,
                     *       "accepted": 10,
                     *       "duplicate": 0,
                     *       "quarantined": 1,
                     *       "dropped": 0,
                     *       "rejected": 1,
                     *       "reasons": {
                     *         "invalid_number": 1,
                     *         "no_identifier": 1
                     *       },
                     *       "from": "101",
                     *       "position": "111"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_019a8f3c2d14b7e0",
                     *       "source": "src_1",
                     *       "name": "orders.csv",
                     *       "bytes": 1200,
                     *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "author": "first key",
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "state": "done",
                     *       "uploaded": 1200,
                     *       "rehearsal": false,
                     *       "rows": 12,
                     *       "readBytes": 1200,
                     *       "accepted": 10,
                     *       "duplicate": 0,
                     *       "quarantined": 1,
                     *       "dropped": 0,
                     *       "rejected": 1,
                     *       "reasons": {
                     *         "invalid_number": 1,
                     *         "no_identifier": 1
                     *       },
                     *       "from": "101",
                     *       "position": "111"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    importPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 20 events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "type": "track",
                     *           "event": "Order Completed",
                     *           "userId": "17850",
                     *           "messageId": "row-1f0c"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        events: Record<string, never>[];
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    rejectedRows: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                from?: number;
            };
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 100 rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "row": 7,
                     *           "stage": "rejected",
                     *           "reasons": [
                     *             {
                     *               "code": "invalid_number",
                     *               "path": "/Quantity",
                     *               "found": "six"
                     *             }
                     *           ],
                     *           "cells": {
                     *             "Quantity": "six"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        rows: {
                            /** @description Counted from 1 after the header. */
                            row: number;
                            /** @enum {string} */
                            stage: "rejected" | "quarantined";
                            reasons: components["schemas"]["Reason"][];
                            cells: Record<string, never>;
                        }[];
                        /** @description Absent at the end. */
                        next?: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_019a8f3c2d14b7e0 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is durable. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "112"
                     *     }
                     */
                    "application/json": {
                        position: string;
                    };
                };
            };
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
}
