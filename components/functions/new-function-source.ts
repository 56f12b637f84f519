/** What a new function starts with: small, complete, and worth changing. */
export const NEW_FUNCTION_SOURCE = `/** Makes the greeting for a person. Change the name, the inputs and what it gives back. */
export async function greetPerson(firstName: string, lastName?: string): Promise<{ message: string }> {
  const name = [firstName, lastName].filter(Boolean).join(" ");
  console.log("Greeting", name);
  return { message: \`Hello \${name}!\` };
}
`;
