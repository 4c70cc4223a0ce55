import { randomInt } from 'node:crypto';

/** How many pictures make a secret. */
export const SECRET_LENGTH = 4;

/**
 * The pictures secrets are drawn from: four different ones in order are 15 million secrets. Each id is the name of a
 * line drawing, and a key of the locale files `secret_words`, one word each. Never take one away or give one another
 * meaning: secrets in use hold these ids. Left out on purpose, for what some readers have lived through: boats, planes,
 * rockets, lorries, tents, houses, beds, fire, blades, tools that can hurt.
 */
export const SECRET_PICTURES = [
	'apple',
	'armchair',
	'backpack',
	'balloon',
	'banana',
	'bell',
	'bike',
	'bird',
	'book',
	'bot',
	'bus',
	'cake',
	'camera',
	'car',
	'carrot',
	'cat',
	'cherry',
	'clock',
	'cloud',
	'coffee',
	'compass',
	'cookie',
	'crown',
	'drum',
	'egg',
	'feather',
	'fish',
	'flag',
	'flower',
	'gem',
	'gift',
	'glasses',
	'grape',
	'heart',
	'key',
	'lamp',
	'leaf',
	'magnet',
	'map',
	'milk',
	'moon',
	'mountain',
	'paintbrush',
	'panda',
	'pencil',
	'piano',
	'pizza',
	'rabbit',
	'shell',
	'shirt',
	'shopping-basket',
	'snail',
	'snowflake',
	'squirrel',
	'star',
	'sun',
	'tractor',
	'train-front',
	'tree-deciduous',
	'tree-palm',
	'trophy',
	'turtle',
	'umbrella',
	'volleyball'
] as const;

export type SecretPicture = (typeof SECRET_PICTURES)[number];

/** Draws a new secret: different pictures, so that nobody wonders whether a second tap on the same one counted. */
export function drawPictures(): SecretPicture[] {
	const left: SecretPicture[] = [...SECRET_PICTURES];
	return Array.from({ length: SECRET_LENGTH }, () => left.splice(randomInt(left.length), 1)).flat();
}

/** One text for a secret of pictures, to be hashed. Order matters. */
export const secretOfPictures = (pictures: readonly string[]): string => pictures.join(' ');
