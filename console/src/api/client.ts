import createClient from 'openapi-fetch';
import { Problem } from './problem';
import type { paths as Consent } from './types/consent';
import type { paths as Enrichers } from './types/enrichers';
import type { paths as Identity } from './types/identity';
import type { paths as Imports } from './types/imports';
import type { paths as Operations } from './types/operations';
import type { paths as Profiles } from './types/profiles';
import type { paths as Quality } from './types/quality';
import type { paths as Rights } from './types/rights';
import type { paths as Rules } from './types/rules';
import type { paths as Segments } from './types/segments';
import type { paths as Words } from './types/vocabulary';

/** Without this header the server changes nothing for a session: no other site can set it. */
export const MARK = { 'X-Inyeon-Console': '1' };

export const api = createClient<Consent & Enrichers & Identity & Imports & Operations & Profiles & Quality & Rights & Rules & Segments & Words>({ headers: MARK });

type Answered<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer; anything else is thrown as a Problem. */
export async function ask<T>(call: Promise<Answered<T>>): Promise<T> {
  let answered: Answered<T>;
  try {
    answered = await call;
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') throw e;
    throw new Problem(0, null);
  }
  const { data, error, response } = answered;
  if (!response.ok) {
    throw new Problem(response.status, error, Number(response.headers.get('Retry-After') ?? 0));
  }
  return data as T;
}

/** `type:value` as it stands in a path. */
export const named = (type: string, value: string) => `${type}:${value}`;
