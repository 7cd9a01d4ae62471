import * as z from 'zod';
import { regionForm } from './region.ts';

/** The region of a target, where the environment's is not meant. It becomes part of a host's name. */
export const region = z.string().regex(regionForm, 'ap-northeast-1').optional();
