
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.WrongUsage;

/** Lines of macros and scripts. */
class RunLineTest {

	private static final String LABEL = "Train CNN Classifier...";

	@Test
	void aMacroRunsAndAScriptRunsByImageJ() {
		final Map<String, String> values = Map.of("images", "C:\\my cells");
		final String options = "\"images=[C:\\\\my cells]\");";
		assertEquals("run(\"" + LABEL + "\", " + options, RunLine.ofMacro(LABEL,
			values));
		assertEquals("IJ.run(\"" + LABEL + "\", " + options, RunLine.ofScript(LABEL,
			values, false));
		assertEquals("IJ.run(imp, \"" + LABEL + "\", " + options, RunLine.ofScript(
			LABEL, values, true));
	}

	@Test
	void whatCannotBeReadBackIsRefused() {
		assertThrows(WrongUsage.class, () -> RunLine.ofMacro(LABEL, Map.of("images",
			"a] b")));
	}
}
