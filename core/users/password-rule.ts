import { z } from "zod";

/** In characters. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

export const passwordRule = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);
