import type { Metadata } from "next";
import { AccountPage } from "@/components/users/account-page";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.users.account.title };

export default AccountPage;
