import { beforeEach, describe, expect, test } from "vitest";
import { createSignInThrottle, type SignInThrottle } from "@/server/users/sign-in-throttle";

describe("failed sign-ins", () => {
  let now: number;
  let throttle: SignInThrottle;
  beforeEach(() => {
    now = Date.parse("2026-03-01T09:00:00Z");
    throttle = createSignInThrottle({ now: () => new Date(now) });
  });
  const fail = (times: number, account: string, address: string) => {
    for (let time = 0; time < times; time++) throttle.failed(account, address);
  };

  test("a few are forgiven", () => {
    fail(7, "sam@example.com", "10.0.0.1");
    expect(throttle.waitSeconds("sam@example.com", "10.0.0.1")).toBe(0);
  });

  test("the eighth makes that address wait a quarter of an hour for that account", () => {
    fail(8, "sam@example.com", "10.0.0.1");
    expect(throttle.waitSeconds("sam@example.com", "10.0.0.1")).toBe(900);
    expect(throttle.waitSeconds("sam@example.com", "10.0.0.2")).toBe(0);
    expect(throttle.waitSeconds("marta@example.com", "10.0.0.1")).toBe(0);
    now += 900_000;
    expect(throttle.waitSeconds("sam@example.com", "10.0.0.1")).toBe(0);
  });

  test("one address that tries many accounts has to wait for all of them", () => {
    for (let person = 0; person < 40; person++) throttle.failed(`person${person}@example.com`, "10.0.0.1");
    expect(throttle.waitSeconds("somebody-else@example.com", "10.0.0.1")).toBe(900);
  });

  test("one account tried from many addresses is closed for a while", () => {
    for (let place = 0; place < 60; place++) throttle.failed("sam@example.com", `10.0.1.${place}`);
    expect(throttle.waitSeconds("sam@example.com", "10.0.2.1")).toBe(900);
  });

  test("signing in clears the failures of before", () => {
    fail(7, "sam@example.com", "10.0.0.1");
    throttle.succeeded("sam@example.com", "10.0.0.1");
    fail(7, "sam@example.com", "10.0.0.1");
    expect(throttle.waitSeconds("sam@example.com", "10.0.0.1")).toBe(0);
  });
});
