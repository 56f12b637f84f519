// Never mind
import type { Run } from "millrace";

export default async function neverMind(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Fetch the news
  const news = await run.attempt(() => run.call<any>("news", () => ({
    method: "GET",
    url: "https://example.org/news",
  })));
  if (!run.failed(news)) {
    // After
    await run.log("after", () => ({ level: "info", message: "news" }));
  }
}
