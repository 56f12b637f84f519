import type { Metadata } from "next";
import { PeoplePage } from "@/components/users/people-page";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.users.people.title };

export default PeoplePage;
