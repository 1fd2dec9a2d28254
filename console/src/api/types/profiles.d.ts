// Made from api/openapi/profiles.yaml by types/generate.mjs; do not change it by hand.
export interface paths {
    "/api/v1/profiles": {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds people, or lists them.
         * @description With `q` it finds people by what a service agent types: names, also with one typo, by their initial consonants
         *     (`ㄱㅁㅅ`), half typed or romanised in any usual way (`Kim Minsu`, `minsoo gim`); any part of three characters
         *     or more of a phone number or an e-mail address; the beginning of a user id or of any other identifier by which
         *     a person is known; company, city and address. Several words must all be found, each anywhere. Best first;
         *     people who match equally well come by the activity that they had when they were indexed last. An identifier of
         *     a device or a cookie is found when it is written out whole.
         *
         *     Without `q` it lists people by their latest activity, newest first. Who becomes active while somebody turns
         *     pages moves to the top; nobody else moves.
         *
         *     Both show what is committed within a second; `at-least` waits for it.
         */
        get: operations["profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}": {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        /**
         * Everything that is known of a person, now or as of another time.
         * @description With `at`, `known` or both the answer is what the person was as of then: identifiers, traits, counts, accounts,
         *     consents and all else follow from the events whose time is not after `at` and whose arrival is not after
         *     `known`, from the stewards' decisions made by both, and by the rules that were in force by both (before the
         *     first, the first). Only accepted events count; whether one was accepted was decided when it arrived. The name
         *     in the path is understood as it is today.
         *
         *     It is worked out anew from the archive, and so waits until the archive has what is committed. Read are the
         *     events of everybody whose links may bear on the person's; more than 100,000 of them are refused.
         */
        get: operations["profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/events": {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        /** A person's events, newest first. */
        get: operations["profileEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/identity": {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        /** Why it is one person. */
        get: operations["profileIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{who}/changes": {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        /**
         * What became different of a person between two instants.
         * @description The difference between the person as of `from` and as of `to`, step by step in the order in which it happened
         *     (by the time of the events, not by their arrival), each with what made it so. A value that is said again is no
         *     change. As with `at`, it is worked out anew from the archive.
         */
        get: operations["profileChanges"];
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
        People: {
            people: components["schemas"]["PersonFound"][];
            /** @description Cursor of the next page; absent at the end. */
            next?: string;
            /** @description How many people there are in all, whatever is asked for. */
            counts: {
                known: number;
                anonymous: number;
                /** @description Whose earliest event is of today, in the workspace's time zone. */
                newToday: number;
                /** @description Whose earliest event is of the day before. */
                newYesterday: number;
            };
            /** @description Of the log; everybody is shown as of it or later. */
            position: string;
            /** @description Present while the index is being made anew; until then people may be missing. */
            building?: {
                /** @description People indexed. */
                done: number;
                total: number;
            };
        };
        PersonFound: {
            id: string;
            known: boolean;
            /** @description Of the traits `name`, `lastName` and `firstName`; absent when nobody said it. */
            name?: string;
            /** @description Strongest first; at most 10. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description How many identifiers are left out; absent when none is. */
            moreIdentifiers?: number;
            events: number;
            /** @description Placed and not cancelled. */
            orders: number;
            /** @description What they came to, less what was refunded. */
            revenue: number;
            currency: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            /** @description The standing values of the traits that were asked for. */
            columns: {
                [key: string]: unknown;
            };
            /** @description How well the person matches; with `q` only. */
            score?: number;
            /** @description What was found and where; with `q` only. */
            matches?: components["schemas"]["Match"][];
        };
        Match: {
            /** @description An identifier's type, or `name`, `company`, `city`, `address` or another trait. */
            field: string;
            /** @description Whole. */
            value: string;
            /** @description Which parts of it, in UTF-16 units, from inclusive, to exclusive. Empty when it is alike as a whole only: with a typo, or romanised. */
            ranges: number[][];
        };
        Profile: {
            id: string;
            /** @description Whether we know who it is, and not only which browser or device. */
            known: boolean;
            /** @description Strongest first. */
            identifiers: {
                type: string;
                /** @description Empty when masked. */
                value: string;
                /** @description Its label does not permit the purpose it is read for. */
                masked?: boolean;
                /** Format: date-time */
                firstSeen?: string;
                /** Format: date-time */
                lastSeen?: string;
            }[];
            traits: {
                [key: string]: components["schemas"]["Trait"];
            };
            /** @description What is worked out of it at this moment, by the ids of computed traits (see that API for the reason). Absent when there is nothing, and as of another time. */
            computed?: {
                [key: string]: {
                    /** @description A text */
                    value: unknown;
                    /** @constant */
                    provenance: "computed";
                    /** @description Of the computed trait. */
                    version: number;
                    /**
                     * Format: date-time
                     * @description The next instant at which it may change with no new event; absent for never.
                     */
                    changesAt?: string;
                };
            };
            events: {
                total: number;
                byName: {
                    [key: string]: components["schemas"]["Count"];
                };
                other?: components["schemas"]["Count"];
            };
            sessions: components["schemas"]["Sessions"];
            commerce: components["schemas"]["Commerce"];
            accounts: {
                id: string;
                count: number;
                /** Format: date-time */
                first: string;
                /** Format: date-time */
                last: string;
            }[];
            /** @description By purpose. */
            consents: {
                [key: string]: components["schemas"]["Consent"];
            };
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            /** @description What went over a limit, counted; absent when nothing did. */
            leftOut?: {
                traits?: number;
                largeValues?: number;
                accounts?: number;
                orders?: number;
                amounts?: number;
                purposes?: boolean;
            };
            /** @description Of the log; the profile shows all up to it. */
            position: string;
        };
        Said: {
            value: unknown;
            /** @description Id of the source. */
            source: string;
            /** Format: date-time */
            time: string;
            messageId: string;
            /** @enum {integer} */
            party: 0 | 1 | 2 | 3;
        };
        Trait: {
            value: unknown;
            /** @description Id of the source. */
            source: string;
            /** Format: date-time */
            time: string;
            messageId: string;
            /** @enum {integer} */
            party: 0 | 1 | 2 | 3;
            /** @description Its label does not permit the purpose it is read for; `value` is null. */
            masked?: boolean;
            /** @description Values that lost, latest first. */
            others: components["schemas"]["Said"][];
            /** @description How many others are left out. */
            more?: number;
        };
        Count: {
            count: number;
            /** Format: date-time */
            first: string;
            /** Format: date-time */
            last: string;
        };
        /** @description Browser and app events without a longer pause than the rules' sessionGapMinutes (30), on all devices together, cut by a new campaign (exact to the minute of the clock; all else is exact). Known one by one are the sessions within the last 288 minutes in which anything happened. */
        Sessions: {
            /** @description Of those known one by one. */
            count: number;
            /** @description Latest first. */
            known: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /** @description From the first to the last event. */
                lengthMs: number;
                /** @description Pages and screens. */
                pages: number;
                /** @description All events */
                events: number;
                /** @description The campaign that began it. */
                campaign?: string;
            }[];
            /** @description Activity before the known sessions, only counted; absent when there is none. */
            earlier?: {
                events: number;
                pages: number;
                /** Format: date-time */
                last: string;
            };
        };
        Commerce: {
            /** @description Placed and not cancelled. */
            orders: number;
            /** @description Gross less refunded. */
            revenue: number;
            /** @description Orders refunded in whole or in part. */
            returns: number;
            /** @description The workspace's. */
            currency: string;
            gross?: number;
            refunded?: number;
            cancelled?: number;
            /** Format: date-time */
            lastOrderAt?: string;
            /** @description By currency, amounts for which there is no rate. */
            unconverted?: {
                [key: string]: {
                    gross?: number;
                    refunded?: number;
                };
            };
        };
        Consent: {
            /** @enum {string} */
            state: "granted" | "withdrawn" | "devices_only";
            /** Format: date-time */
            time: string;
            source: string;
            messageId: string;
            wording?: string;
            language?: string;
            channel?: string;
            devices?: components["schemas"]["Identifier"][];
        };
        Identifier: {
            type: string;
            /** @description Empty when masked. */
            value: string;
            masked?: boolean;
        };
        Link: {
            between: components["schemas"]["Identifier"][];
            /** @description The best piece of evidence, and how much there is. */
            evidence: {
                /** @description 0 a steward's, 1 a trusted source's, 2 any other's, 3 matching's. */
                rank: number;
                /** Format: date-time */
                time: string;
                messageId: string;
                /** @description Absent for a steward's word, or when it is not remembered. */
                source?: string;
                count: number;
                /** Format: date-time */
                firstSeen: string;
                /** Format: date-time */
                lastSeen: string;
            };
        };
        Identity: {
            id: string;
            identifiers: components["schemas"]["Identifier"][];
            links: components["schemas"]["Link"][];
            spareLinks: components["schemas"]["Link"][];
            position: string;
        };
        Happened: {
            position: string;
            source: string;
            messageId: string;
            call?: string;
            name: string;
            /** Format: date-time */
            time: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description `type:value` of the identifier whose profile it belongs to. */
            owner?: string;
            /** @description The event as it came, as text; card and resident numbers are masked and addresses truncated in it. */
            body: string;
            /** @description JSON Pointers of what labels hide from the purpose it is read for; null stands there. */
            masked?: string[];
            /** @description The event as it counts after transformations and its plan; absent when that is as it came. */
            counts?: Record<string, never>;
        };
        Timeline: {
            id: string;
            events: components["schemas"]["Happened"][];
            /** @description Cursor of the next page; absent at the end. */
            next?: string;
            /** @description Files of the archive that cannot be read just now; events of theirs are missing. */
            missing?: string[];
        };
        Changes: {
            changes: components["schemas"]["Change"][];
            /** @description Cursor of the next page; absent at the end. */
            next?: string;
            /** @description Of the log; everything up to it was considered. */
            position: string;
        };
        Change: {
            /**
             * Format: date-time
             * @description The event's, or when an operator decided.
             */
            time: string;
            /** @enum {string} */
            change: "trait_set" | "trait_removed" | "identifier_joined" | "identifier_left" | "consent" | "account_joined" | "account_left" | "session_began" | "session_gone" | "commerce" | "merged" | "split";
            trait?: string;
            purpose?: string;
            account?: string;
            /** @description The value, the consent's state, or commerce as in a profile, before; absent when there was none. */
            old?: unknown;
            /** @description The value, the consent's state, or commerce as in a profile, from now on; absent when there is none. */
            new?: unknown;
            /** @description Of a consent for other devices than before, those. */
            oldDevices?: components["schemas"]["Identifier"][];
            /** @description And for which it is from now on. */
            newDevices?: components["schemas"]["Identifier"][];
            /**
             * @description Of `session_began` and `session_gone`, which visit. One is gone when it is another person's, or one with
             *     another visit since two people are one. That it goes on is no change.
             */
            session?: {
                /** Format: date-time */
                start: string;
                campaign?: string;
            };
            identifier?: components["schemas"]["Identifier"];
            /** @description Of a merge, the id of the profile before; of a split, of the profile from now on. */
            profile?: string;
            /** @description Those that came from it or went to it. */
            identifiers?: components["schemas"]["Identifier"][];
            cause: {
                /** @enum {string} */
                kind: "event" | "cut_made" | "cut_undone" | "link_made" | "link_undone" | "rules_saved";
                position: string;
                /** @description The event's. */
                name?: string;
                source?: string;
                messageId?: string;
                /** Format: date-time */
                receivedAt?: string;
                /** @description Of what an operator decided. */
                author?: string;
                /** @description The decision's; of rules, their version. */
                id?: string;
                reason?: string;
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
        /** @description `invalid_position`, `invalid_limit`, `invalid_cursor`, `invalid_instant`, `invalid_period`, `invalid_known` or `invalid_traits`. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_query`, `invalid_filter`, `invalid_columns`, `invalid_position`, `invalid_limit`, `invalid_cursor` or `invalid_instant`. */
        InvalidList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `search_unavailable`: the index cannot be read just now; `stopping`. */
        NoIndex: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `missing_key`, `unknown_key` or `session_over`. */
        NoKey: {
            headers: {
                "WWW-Authenticate"?: "Bearer";
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `owner_link_only`: this secret can only be exchanged for a key. */
        WrongKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `profile_not_found`. */
        Nobody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_yet`: reads have not come as far within five seconds. */
        NotYet: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `history_too_long`: more than 100,000 events would have to be read again. */
        TooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Storage cannot be read just now; `archive_behind`: the archive has not what is committed. */
        Unavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "profile_not_found",
                 *       "detail": "Nobody is known by this name."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The profile's id, or `type:value` of any identifier.
         * @example user_id:u-1042
         */
        who: string;
        /**
         * @description The position of a full acknowledgement.
         * @example 314
         */
        atLeast: string;
        /** @description The latest arrival of what counts. */
        known: string;
        /** @description The `next` of the page before, unchanged. */
        cursor: string;
        limit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    profiles: {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
                /**
                 * @description Words, at most 500 characters; blank is as if there were none.
                 * @example ㄱㅁㅅ 5678
                 */
                q?: string;
                /** @description Only people who are known, by an identifier of more than a device, a cookie or an imported row, or only those who are not. */
                is?: "known" | "anonymous";
                /** @description Only people whose latest activity is at or after this, to the second; not with `q`. */
                seenFrom?: string;
                /** @description Only people whose latest activity is before this, to the second; not with `q`. */
                seenTo?: string;
                /**
                 * @description Names of traits whose standing values are wanted, divided by commas; at most 20.
                 * @example name,city,grade
                 */
                columns?: string;
                /** @description The `next` of the page before, unchanged. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": [
                     *         {
                     *           "id": "4f6t1wq0h2m9c3n8x5z7a1b2c3",
                     *           "known": true,
                     *           "name": "김민수",
                     *           "identifiers": [
                     *             {
                     *               "type": "user_id",
                     *               "value": "u-1042"
                     *             },
                     *             {
                     *               "type": "phone",
                     *               "value": "+821012345678"
                     *             }
                     *           ],
                     *           "events": 56,
                     *           "orders": 2,
                     *           "revenue": 195800,
                     *           "currency": "KRW",
                     *           "createdAt": "2026-03-01T12:00:00Z",
                     *           "lastSeenAt": "2026-03-02T09:00:00Z",
                     *           "columns": {
                     *             "city": "서울"
                     *           },
                     *           "score": 14.5,
                     *           "matches": [
                     *             {
                     *               "field": "name",
                     *               "value": "김민수",
                     *               "ranges": [
                     *                 [
                     *                   0,
                     *                   3
                     *                 ]
                     *               ]
                     *             },
                     *             {
                     *               "field": "phone",
                     *               "value": "+821012345678",
                     *               "ranges": [
                     *                 [
                     *                   9,
                     *                   13
                     *                 ]
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "MTQuNS8xNzcyNDQyMDAwLzg4",
                     *       "counts": {
                     *         "known": 68120,
                     *         "anonymous": 31880,
                     *         "newToday": 412,
                     *         "newYesterday": 398
                     *       },
                     *       "position": "314"
                     *     }
                     */
                    "application/json": components["schemas"]["People"];
                };
            };
            400: components["responses"]["InvalidList"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["NoIndex"];
        };
    };
    profile: {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
                /**
                 * @description The latest time of an event that counts.
                 * @example 2026-03-31T15:00:00Z
                 */
                at?: string;
                /** @description The latest arrival of what counts. */
                known?: components["parameters"]["known"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person as of `position`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "4f6t1wq0h2m9c3n8x5z7a1b2c3",
                     *       "known": true,
                     *       "identifiers": [
                     *         {
                     *           "type": "user_id",
                     *           "value": "u-1042",
                     *           "firstSeen": "2026-03-01T12:00:00Z",
                     *           "lastSeen": "2026-03-02T09:00:00Z"
                     *         }
                     *       ],
                     *       "traits": {
                     *         "email": {
                     *           "value": "kim@shop.example",
                     *           "source": "src_crm",
                     *           "time": "2026-03-01T12:00:00Z",
                     *           "messageId": "m-1",
                     *           "party": 1,
                     *           "others": []
                     *         }
                     *       },
                     *       "events": {
                     *         "total": 2,
                     *         "byName": {
                     *           "Order Completed": {
                     *             "count": 1,
                     *             "first": "2026-03-02T09:00:00Z",
                     *             "last": "2026-03-02T09:00:00Z"
                     *           },
                     *           "identify": {
                     *             "count": 1,
                     *             "first": "2026-03-01T12:00:00Z",
                     *             "last": "2026-03-01T12:00:00Z"
                     *           }
                     *         }
                     *       },
                     *       "sessions": {
                     *         "count": 1,
                     *         "known": [
                     *           {
                     *             "start": "2026-03-02T08:41:00Z",
                     *             "end": "2026-03-02T09:00:00Z",
                     *             "lengthMs": 1140000,
                     *             "pages": 6,
                     *             "events": 9,
                     *             "campaign": "spring sale / naver / cpc"
                     *           }
                     *         ]
                     *       },
                     *       "commerce": {
                     *         "orders": 1,
                     *         "revenue": 12900,
                     *         "returns": 0,
                     *         "currency": "KRW",
                     *         "gross": 12900,
                     *         "refunded": 0,
                     *         "cancelled": 0,
                     *         "lastOrderAt": "2026-03-02T09:00:00Z"
                     *       },
                     *       "accounts": [],
                     *       "consents": {},
                     *       "createdAt": "2026-03-01T12:00:00Z",
                     *       "lastSeenAt": "2026-03-02T09:00:00Z",
                     *       "position": "314"
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Nobody"];
            409: components["responses"]["NotYet"];
            422: components["responses"]["TooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    profileEvents: {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
                /** @description The `next` of the page before, unchanged. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "4f6t1wq0h2m9c3n8x5z7a1b2c3",
                     *       "events": [
                     *         {
                     *           "position": "314",
                     *           "source": "src_web",
                     *           "messageId": "m-2",
                     *           "call": "track",
                     *           "name": "Order Completed",
                     *           "time": "2026-03-02T09:00:00Z",
                     *           "receivedAt": "2026-03-02T09:00:01Z",
                     *           "owner": "user_id:u-1042",
                     *           "body": "{\"messageId\":\"m-2\",\"userId\":\"u-1042\",\"event\":\"Order Completed\"}"
                     *         }
                     *       ],
                     *       "next": "MzEz"
                     *     }
                     */
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Nobody"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    profileIdentity: {
        parameters: {
            query?: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Identifiers, the links in use, and spare ones, each with its best evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "4f6t1wq0h2m9c3n8x5z7a1b2c3",
                     *       "identifiers": [
                     *         {
                     *           "type": "user_id",
                     *           "value": "u-1042"
                     *         },
                     *         {
                     *           "type": "anonymous_id",
                     *           "value": "a-1"
                     *         }
                     *       ],
                     *       "links": [
                     *         {
                     *           "between": [
                     *             {
                     *               "type": "user_id",
                     *               "value": "u-1042"
                     *             },
                     *             {
                     *               "type": "anonymous_id",
                     *               "value": "a-1"
                     *             }
                     *           ],
                     *           "evidence": {
                     *             "rank": 2,
                     *             "time": "2026-03-01T12:00:00Z",
                     *             "messageId": "m-1",
                     *             "source": "src_web",
                     *             "count": 3,
                     *             "firstSeen": "2026-03-01T12:00:00Z",
                     *             "lastSeen": "2026-03-02T09:00:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "spareLinks": [],
                     *       "position": "314"
                     *     }
                     */
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Nobody"];
            409: components["responses"]["NotYet"];
            503: components["responses"]["Unavailable"];
        };
    };
    profileChanges: {
        parameters: {
            query: {
                /**
                 * @description The position of a full acknowledgement.
                 * @example 314
                 */
                "at-least"?: components["parameters"]["atLeast"];
                /**
                 * @description What happened later than this.
                 * @example 2026-03-01T00:00:00Z
                 */
                from: string;
                /** @description Up to and including this; without it, up to now and whatever is dated later. */
                to?: string;
                /** @description The latest arrival of what counts. */
                known?: components["parameters"]["known"];
                /** @description The `next` of the page before, unchanged. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The profile's id, or `type:value` of any identifier.
                 * @example user_id:u-1042
                 */
                who: components["parameters"]["who"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "time": "2026-03-01T12:00:00Z",
                     *           "change": "merged",
                     *           "profile": "7h2k9d0s5f8g1j4l6q3w0e9r8t",
                     *           "identifiers": [
                     *             {
                     *               "type": "anonymous_id",
                     *               "value": "a-1"
                     *             }
                     *           ],
                     *           "cause": {
                     *             "kind": "event",
                     *             "name": "identify",
                     *             "source": "src_web",
                     *             "messageId": "m-1",
                     *             "receivedAt": "2026-03-01T12:00:01Z",
                     *             "position": "310"
                     *           }
                     *         },
                     *         {
                     *           "time": "2026-03-01T12:00:00Z",
                     *           "change": "identifier_joined",
                     *           "identifier": {
                     *             "type": "anonymous_id",
                     *             "value": "a-1"
                     *           },
                     *           "cause": {
                     *             "kind": "event",
                     *             "name": "identify",
                     *             "source": "src_web",
                     *             "messageId": "m-1",
                     *             "receivedAt": "2026-03-01T12:00:01Z",
                     *             "position": "310"
                     *           }
                     *         },
                     *         {
                     *           "time": "2026-03-01T12:00:00Z",
                     *           "change": "trait_set",
                     *           "trait": "city",
                     *           "old": "Seoul",
                     *           "new": "Busan",
                     *           "cause": {
                     *             "kind": "event",
                     *             "name": "identify",
                     *             "source": "src_web",
                     *             "messageId": "m-1",
                     *             "receivedAt": "2026-03-01T12:00:01Z",
                     *             "position": "310"
                     *           }
                     *         }
                     *       ],
                     *       "position": "314"
                     *     }
                     */
                    "application/json": components["schemas"]["Changes"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NoKey"];
            403: components["responses"]["WrongKey"];
            404: components["responses"]["Nobody"];
            409: components["responses"]["NotYet"];
            422: components["responses"]["TooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
}
