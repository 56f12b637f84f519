"use client";

import { useTranslations } from "next-intl";
import { readInput } from "@/components/editor/run-panel/read-input";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { CodeEditor } from "@/components/ui/code-editor";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import type { Parameter } from "@/core/nodes/config-fields";
import type { Json } from "@/core/values/json";

/** What a test without a record is started with: a field a parameter, or JSON where none are declared. */
export function InputForm({ parameters }: { parameters: Parameter[] }) {
  const t = useTranslations("editor.run");
  const types = useTranslations("nodes.choices.parameterType");
  const store = useEditorStore();
  const text = useEditor((state) => state.testInput);
  const write = (testInput: string) => store.getState().show({ testInput });
  const input = readInput(text);
  if (parameters.length === 0) {
    return (
      <FormField error={input === undefined ? t("badJson") : undefined} hint={t("inputHelp")} label={t("input")}>
        {() => (
          <CodeEditor
            ariaLabel={t("input")}
            height="140px"
            language="json"
            lineNumbers={false}
            onChange={write}
            value={text}
          />
        )}
      </FormField>
    );
  }
  const values = input !== null && typeof input === "object" && !Array.isArray(input) ? input : {};
  const set = (name: string, value: Json) => write(JSON.stringify({ ...values, [name]: value }, null, 2));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {parameters.map((parameter) => (
        <FormField
          hint={types(parameter.type)}
          key={parameter.name}
          label={parameter.name}
          required={parameter.required}
        >
          {(control) =>
            parameter.type === "yes-no" ? (
              <Switch
                checked={values[parameter.name] === true}
                {...control}
                onCheckedChange={(on) => set(parameter.name, on)}
              />
            ) : (
              <Input
                {...control}
                onChange={(event) => set(parameter.name, typed(parameter.type, event.target.value))}
                type={parameter.type === "number" ? "number" : parameter.type === "date" ? "date" : "text"}
                value={shown(values[parameter.name] ?? parameter.default)}
              />
            )
          }
        </FormField>
      ))}
    </div>
  );
}

function typed(type: Parameter["type"], text: string): Json {
  if (type === "number") return text === "" ? null : Number(text);
  if (type === "list" || type === "object" || type === "any") return readInput(text) ?? text;
  return text;
}

const shown = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
