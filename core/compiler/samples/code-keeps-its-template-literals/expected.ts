// Indentation
import type { Run } from "millrace";

export default async function indentation(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Page
  const page = await run.code("page", () => ({}), computePage);

  // Answer
  return run.return("answer", () => page);
}

// Page
function computePage() {
return `<ul>
  <li>one</li>
</ul>`;
}
