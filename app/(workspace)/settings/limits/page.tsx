import type { Metadata } from "next";
import { LimitsPage } from "@/components/limits/limits-page";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.limits.title };

export default LimitsPage;
