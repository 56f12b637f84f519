/** `toast.success(sentence)`, `toast.error(…)`, with `{ action: { label, onClick } }` where something follows. */
export { toast } from "sonner";
