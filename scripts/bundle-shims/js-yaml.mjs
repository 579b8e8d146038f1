// The half of js-yaml that reads. Its index is one piece, so that a bundle would hold the other half too.
import loader from '../../node_modules/js-yaml/lib/loader.js';
import jsonSchema from '../../node_modules/js-yaml/lib/schema/json.js';

export const { load } = loader;
export const JSON_SCHEMA = jsonSchema;
