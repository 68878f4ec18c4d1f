import { dataFormat } from '../../data/data-format.ts';
import { jsonSyntax } from '../../data/json/json-syntax.ts';

/** A list of objects in a JSON file. */
export const jsonArray = dataFormat(jsonSyntax);
