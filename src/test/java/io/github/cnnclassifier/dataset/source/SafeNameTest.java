
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

	@ParameterizedTest
	@CsvSource(delimiter = '=', value = { "mitotic=mitotic", "größe 細胞=größe 細胞",
		"a/b=a_b", "a\\b:c*d?e<f>g|h=a_b_c_d_e_f_g_h", "..=_", ".hidden=hidden",
		"name. =name", "CON=_CON", "con.txt=_con.txt", "lpt1=_lpt1",
		"console=console", "../../etc=_.._etc" })
	void everySystemAllowsTheName(final String name, final String safe) {
		assertEquals(safe, SafeName.of(name));
	}

	@Test
	void controlCharactersAndLengthAreHarmless() {
		assertEquals("a_b_", SafeName.of("a\nb\u0000"));
		assertEquals("x".repeat(80), SafeName.of("x".repeat(500)));
		// a character of two units is not cut in half
		assertEquals("x".repeat(79), SafeName.of("x".repeat(79) + "\ud83d\ude00"));
		assertEquals("_", SafeName.of(""));
	}

	@ParameterizedTest
	@CsvSource({ "plate1.tif,plate1", "a.b.tiff,a.b", "plate1,plate1",
		"4.5 um,4.5 um", "v1.25,v1.25", ".tif,tif" })
	void titlesLoseTheExtensionOfTheFile(final String title, final String name) {
		assertEquals(name, SafeName.ofTitle(title));
	}
}
