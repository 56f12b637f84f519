import { createTranslator } from "use-intl/core";
import { en } from "@/messages/en";

/** A part of a refusal, in the language of the REST surface. */
export const restSentence = createTranslator({ locale: "en", messages: en, namespace: "rest" });
