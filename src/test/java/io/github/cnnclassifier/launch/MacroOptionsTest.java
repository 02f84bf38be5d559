
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.WrongUsage;

class MacroOptionsTest {

	@Test
	void readsWordsBracketsQuotesAndFlags() {
		final MacroOptions options = MacroOptions.parse(
			"model=[/m x/m.zip] tilesize=256  mode=[Whole [big] image] name='a b' overlay ");
		assertEquals(List.of("model", "tilesize", "mode", "name", "overlay"), List
			.copyOf(options.keys()));
		assertEquals(Optional.of("/m x/m.zip"), options.value("model"));
		assertEquals(Optional.of("Whole [big] image"), options.value("mode"));
		assertEquals(Optional.of("a b"), options.value("name"));
		assertEquals(Optional.of("true"), options.value("overlay"));
	}

	@Test
	void keysAreEqualWhateverTheirCase() {
		final MacroOptions options = MacroOptions.parse("tileSize=5");
		assertEquals(Optional.of("5"), options.value("tilesize"));
		assertEquals(Optional.of("5"), options.value("tileSize"));
		assertEquals("tileSize=5", options.given("tilesize"));
	}

	@Test
	void keyInsideAnotherKeyOrValueIsNotFound() {
		final MacroOptions options = MacroOptions.parse(
			"tile_size=5 text=[size=3 flag]");
		assertTrue(options.value("size").isEmpty());
		assertTrue(options.value("flag").isEmpty());
	}

	@Test
	void emptyValueAndNoOptionsAreFine() {
		assertTrue(MacroOptions.parse(null).keys().isEmpty());
		assertTrue(MacroOptions.parse("  ").keys().isEmpty());
		assertEquals(Optional.of(""), MacroOptions.parse("a=").value("a"));
		assertEquals(Optional.of(""), MacroOptions.parse("a= b=2").value("a"));
		assertEquals(Optional.of("2"), MacroOptions.parse("a=[] b=2").value("b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=[b", "a='b", "a=1 A=2", "=5" })
	void malformedOptionsAreErrors(final String options) {
		assertThrows(WrongUsage.class, () -> MacroOptions.parse(options));
	}
}
