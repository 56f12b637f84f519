import type { ApiKeyAuth, Service } from "@/core/services/service";

/** What a person fills in to connect an account. */
export interface AccountDraft {
  name: string;
  baseUrl: string;
  auth: ApiKeyAuth;
  secret: string;
}

/** @returns the form as it starts, with all that is already known of the service. */
export function firstAccount(service: Service | undefined, knownBaseUrl?: string): AccountDraft {
  return {
    name: service?.name ?? "",
    baseUrl: service?.baseUrl || (knownBaseUrl ?? ""),
    auth: service?.auth ?? { kind: "api-key", placement: "header", parameter: "Authorization", prefix: "Bearer " },
    secret: "",
  };
}

/** @returns for each field that cannot be saved yet, the key of its sentence below `connections.validation`. */
export function checkAccount(
  draft: AccountDraft,
): Partial<Record<"name" | "baseUrl" | "parameter" | "secret", AccountMistake>> {
  return {
    ...(draft.name.trim() === "" && { name: "name" as const }),
    ...(!isWebAddress(draft.baseUrl.trim()) && { baseUrl: "url" as const }),
    ...(!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}$/.test(draft.auth.parameter) && { parameter: "parameter" as const }),
    ...(!isKey(draft.secret) && { secret: "key" as const }),
  };
}

export type AccountMistake = "name" | "url" | "parameter" | "key";

/** @returns whether it is an address with http or https. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);

/** @returns whether a header can carry it. */
export const isKey = (text: string): boolean => /^[\x21-\x7e]{1,4096}$/.test(text.trim());

/** @returns the auth as it is meant: a word before the key stands apart from it. */
export function tidyAuth(auth: ApiKeyAuth): ApiKeyAuth {
  const prefix = auth.prefix?.trimStart();
  return { ...auth, prefix: prefix && /\w$/.test(prefix) ? `${prefix} ` : prefix || undefined };
}
