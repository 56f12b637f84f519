import { mailingList } from "@/core/services/mailing-list";
import type { Service } from "@/core/services/service";

/** Every service that comes ready-made, in the order the catalogue shows them. */
export const SERVICES: readonly Service[] = [mailingList];

/** @returns the service with this key, if there is one. */
export const findService = (key: string): Service | undefined => SERVICES.find((service) => service.key === key);
