import { dataFormat } from '../../data/data-format.ts';
import { yamlSyntax } from '../../data/yaml/yaml-syntax.ts';

/** A list of mappings in a YAML file, each behind a dash. */
export const yamlList = dataFormat(yamlSyntax);
