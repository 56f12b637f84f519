import { describe, expect, it } from "vitest";
import type { ApiKeyAuth } from "@/core/services/service";
import { applyApiKey } from "@/server/connections/apply-api-key";

const inHeader: ApiKeyAuth = { kind: "api-key", placement: "header", parameter: "Authorization", prefix: "Bearer " };
const inQuery: ApiKeyAuth = { kind: "api-key", placement: "query", parameter: "api_key" };
const connection = { name: "Mailing list", baseUrl: "https://api.example.com/v3", auth: inHeader, secret: "s3cr&t" };

describe("applyApiKey", () => {
  it.each([
    ["/members", "https://api.example.com/v3/members"],
    ["members?a=1", "https://api.example.com/v3/members?a=1"],
    ["?a=1", "https://api.example.com/v3?a=1"],
    ["", "https://api.example.com/v3"],
    ["https://api.example.com/other", "https://api.example.com/other"],
    ["//evil.example/x", "https://api.example.com/v3//evil.example/x"],
    ["@evil.example/x", "https://api.example.com/v3/@evil.example/x"],
  ])("takes %j to %s", (url, expected) => {
    expect(applyApiKey({ url, headers: {} }, connection).url).toBe(expected);
  });

  it.each([
    "https://evil.example/",
    "http://api.example.com/",
    "https://api.example.com:8443/",
    "https://api.example.com.evil.example/",
  ])("never gives the key to %s", (url) => {
    expect(() => applyApiKey({ url, headers: {} }, connection)).toThrow(
      expect.objectContaining({
        code: "CONNECTION_HOST_REFUSED",
        params: { connection: "Mailing list", origin: "https://api.example.com" },
      }),
    );
  });

  it.each(["https:\\\\evil.example", "/x\\@evil.example", "https://"])("refuses %s, which is no plain URL", (url) => {
    expect(() => applyApiKey({ url, headers: {} }, connection)).toThrow("HTTP_BAD_REQUEST");
  });

  it("puts the key in the header, in place of what the caller wrote there", () => {
    const { headers } = applyApiKey({ url: "/", headers: { authorization: "mine", Accept: "text/plain" } }, connection);
    expect(headers).toEqual({ Accept: "text/plain", Authorization: "Bearer s3cr&t" });
  });

  it("puts the key in the query, once and encoded", () => {
    const { url, headers } = applyApiKey(
      { url: "/members?api_key=mine&a=1", headers: {} },
      { ...connection, auth: inQuery },
    );
    expect(url).toBe("https://api.example.com/v3/members?a=1&api_key=s3cr%26t");
    expect(headers).toEqual({});
  });
});
