
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What known models are called in lists of dialogs. */
class ModelNamesTest {

	@Test
	void sameNamesAreToldApartByTheirFolders() {
		assertEquals(List.of("wbc in a", "wbc in b", "wbc in a (2)", "digits"),
			ModelNames.of(List.of(Path.of("/x/a/wbc.zip"), Path.of("/x/b/wbc.ZIP"),
				Path.of("/y/a/wbc.zip"), Path.of("digits"))));
	}

	@Test
	void longNamesAreShortenedAndStillDiffer() {
		final String long1 = "a".repeat(20) + "1" + "b".repeat(20);
		final String long2 = "a".repeat(20) + "2" + "b".repeat(20);
		final List<String> names = ModelNames.of(List.of(Path.of(long1 + ".zip"),
			Path.of(long2 + ".zip")));
		assertEquals(2, new HashSet<>(names).size());
		names.forEach(name -> assertTrue(name.length() <= 36, name));
	}

	@Test
	void onlyTheWholePathIsOneOfThem() {
		final List<Path> models = List.of(Path.of("digits"), Path.of("/a/wbc.zip"));
		assertEquals(1, ModelNames.indexOf(models, " /a/wbc.zip "));
		assertEquals(0, ModelNames.indexOf(models, "digits"));
		assertEquals(-1, ModelNames.indexOf(models, "wbc.zip"));
	}
}
