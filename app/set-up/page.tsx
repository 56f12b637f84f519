import type { Metadata } from "next";
import { SetUpForm } from "@/components/users/set-up-form";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.users.setUp.title };

export default function SetUpPage() {
  return <SetUpForm />;
}
