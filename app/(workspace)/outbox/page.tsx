import type { Metadata } from "next";
import { OutboxPage } from "@/components/mails/outbox-page";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.mails.title };

export default OutboxPage;
