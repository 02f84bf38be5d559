
package io.github.cnnclassifier.samples;

import java.util.List;

/**
 * The ways in which people write the ten digits, as pen paths. A path is a list
 * of points "x,y" in hundredths of the digit's height, from the top left. The
 * pen follows a smooth curve through them, turns sharply at a point followed by
 * "/", and is lifted at ";".
 */
final class DigitSkeletons {

	private static final List<List<String>> FORMS = List.of(//
		// round, narrow, with overlapping ends, slender oval
		List.of("36,4 14,12 2,46 10,86 32,99 54,86 62,48 54,14 32,3",
			"27,3 8,16 1,50 8,85 26,99 42,84 48,48 41,14 22,4",
			"24,8 8,32 4,66 20,97 46,89 59,52 50,15 28,3 19,12",
			"46,6 24,6 4,38 6,82 26,98 52,78 64,36 52,6 40,4"),
		// plain, plain with a bend, with serif, with serif and base
		List.of("8,0 8,34 7,68 7,100", "10,0 8,50 10,100",
			"0,22 10,13 18,2 / 18,34 18,67 18,100",
			"2,24 14,14 24,1 / 24,50 23,99 ; 4,100 24,99 45,99"),
		// straight, with loop, with a wavy base, low and wide
		List.of("5,22 18,4 40,4 50,22 40,50 20,78 2,98 / 28,97 58,96",
			"4,20 20,2 44,6 49,28 36,60 16,88 3,92 4,79 18,77 36,91 60,95",
			"6,26 22,3 46,8 46,36 26,72 2,97 / 24,91 42,97 62,92",
			"2,16 24,2 48,10 50,32 28,66 4,96 / 34,96 68,98"),
		// sharp waist, flat top, small loop at the waist, large belly
		List.of("6,12 25,1 46,8 46,29 24,45 / 46,52 54,75 38,96 14,98 1,86",
			"4,4 28,3 52,2 / 38,22 26,40 / 50,52 54,78 32,99 2,90",
			"6,10 28,1 48,14 42,36 22,46 44,54 55,76 36,98 2,90",
			"8,14 26,2 42,10 40,30 20,42 / 52,48 60,78 34,99 0,88"),
		// open, open with a short left arm, closed, in one line
		List.of("8,4 5,30 4,52 / 30,55 60,50 ; 50,2 48,50 46,100",
			"12,16 6,40 4,58 / 30,60 62,54 ; 46,0 44,50 40,100",
			"44,2 24,32 2,63 / 32,63 62,62 ; 44,2 44,50 42,100",
			"12,2 5,28 4,48 / 26,54 48,46 / 52,6 / 48,50 44,100"),
		// with the bar drawn last, in one line, round belly, long bar
		List.of("10,3 8,24 6,45 / 28,37 50,50 52,78 30,98 2,90 ; 10,3 32,3 54,1",
			"54,2 32,3 12,4 / 9,24 7,46 / 30,39 50,55 48,82 24,99 1,90",
			"48,2 16,4 / 12,22 8,42 / 34,40 54,62 40,92 16,99 2,88",
			"10,6 8,24 7,42 / 34,42 46,64 36,90 2,98 ; 10,6 40,4 66,0"),
		// curved, straight back, curled top, small belly
		List.of("42,1 18,26 4,62 14,94 36,97 48,78 36,59 16,63 6,78",
			"28,0 12,38 3,72 18,98 40,88 40,66 22,60 6,76",
			"46,7 28,4 8,36 3,72 18,97 42,94 50,74 34,58 10,70",
			"40,0 22,20 6,54 4,86 22,99 42,88 38,70 22,68 6,84"),
		// plain, with bar, with a serif, with a curved foot
		List.of("2,8 26,5 54,4 / 38,46 22,100",
			"2,8 26,6 54,4 / 40,46 24,100 ; 16,53 34,50 52,47",
			"4,22 6,6 / 30,6 56,4 / 40,42 28,100",
			"2,5 28,8 54,2 / 40,30 30,62 27,100"),
		// from the right, two rings, from the left, slender
		List.of("47,14 28,1 8,14 18,36 40,54 50,80 28,99 6,82 16,56 40,36 49,16",
			"28,2 10,12 12,36 29,46 46,36 46,12 28,2 ; " +
				"30,46 8,58 6,88 28,99 51,88 50,58 28,46",
			"14,6 7,26 34,50 47,78 26,99 6,80 20,53 46,28 40,6 13,7",
			"40,10 24,1 10,16 20,40 34,58 38,84 20,99 6,84 14,58 34,36 42,12"),
		// straight back, curved back, leaning back, ring drawn wide
		List.of("44,20 30,2 8,12 6,38 26,48 45,22 / 44,60 42,100",
			"46,18 26,2 6,18 10,43 32,45 47,18 / 49,52 38,90 14,98",
			"48,16 32,2 8,16 6,40 28,45 47,14 / 41,55 28,100",
			"52,12 28,2 4,18 8,42 34,44 54,12 / 52,56 50,100"));

	private DigitSkeletons() {}

	/** The usual forms of a digit, 0 to 9. */
	static List<String> of(final int digit) {
		return FORMS.get(digit);
	}
}
