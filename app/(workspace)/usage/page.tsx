import type { Metadata } from "next";
import { UsagePage } from "@/components/usage/usage-page";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.quotas.title };

export default UsagePage;
