import type { Metadata } from "next";
import { Suspense } from "react";
import { SignInForm } from "@/components/users/sign-in-form";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.users.signIn.title };

export default function SignInPage() {
  return (
    <Suspense>
      <SignInForm />
    </Suspense>
  );
}
