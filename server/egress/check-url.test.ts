import { describe, expect, it } from "vitest";
import { parseAllowList } from "@/server/egress/allow-list";
import { checkUrl } from "@/server/egress/check-url";

const nothing = parseAllowList([]);

describe("checkUrl", () => {
  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://127.0.0.1./",
    "http://①②⑦.0.0.1/",
    "http://0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]:8080/",
    "http://169.254.169.254/latest/meta-data/",
    "https://168.63.129.16/",
    "http://[fd00:ec2::254]/",
    "http://10.0.0.8:3000/",
  ])("refuses the private address %s however it is written", (url) => {
    expect(() => checkUrl(url, nothing)).toThrow(expect.objectContaining({ code: "ADDRESS_REFUSED" }));
  });

  it.each([
    ["ftp://example.com/", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["http://user:secret@example.com/", "user_info"],
    ["http://user@example.com/", "user_info"],
    ["http://example.com\\@127.0.0.1/", "backslash"],
    ["/members", "not_a_url"],
    ["http://", "not_a_url"],
    ["http://exa mple.com/", "not_a_url"],
    ["http://example.com:99999/", "not_a_url"],
    [`http://example.com/${"a".repeat(20_000)}`, "too_long"],
  ])("says what is wrong with %s", (url, reason) => {
    expect(() => checkUrl(url, nothing)).toThrow(
      expect.objectContaining({ code: "HTTP_BAD_REQUEST", params: expect.objectContaining({ reason }) }),
    );
  });

  it("never repeats the password of a URL", () => {
    try {
      checkUrl("http://user:hunter2@example.com/", nothing);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain("hunter2");
    }
  });

  it("lets the pairs of the settings pass, and no other port of the same host", () => {
    const allowed = parseAllowList(["127.0.0.1:8025", "[::1]:80", "Intranet.Local:443"]);
    expect(checkUrl("http://127.0.0.1:8025/members", allowed).port).toBe("8025");
    expect(checkUrl("http://[::1]/", allowed).hostname).toBe("[::1]");
    expect(() => checkUrl("http://127.0.0.1:8026/members", allowed)).toThrow("ADDRESS_REFUSED");
    expect(allowed(new URL("https://intranet.local/"))).toBe(true);
    expect(allowed(new URL("http://intranet.local/"))).toBe(false);
  });

  it.each(["localhost", "http://localhost:80", "a b:80", "host:80/path", ":80", "host:port", "host:99999"])(
    "%s is no host:port pair",
    (entry) => {
      expect(() => parseAllowList([entry])).toThrow("is not host:port");
    },
  );
});
