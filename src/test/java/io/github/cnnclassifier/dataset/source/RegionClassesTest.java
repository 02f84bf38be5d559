
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;

class RegionClassesTest {

	private static RegionOfInterest roi(final String name, final String group) {
		return new RegionOfInterest(1, name, group, new Region(0, 0, 1, 1),
			RegionMask.ALL, 1, 1);
	}

	private static String label(final String from, final String name,
		final String group)
	{
		final RegionOfInterest roi = roi(name, group);
		return RegionClasses.of(from, "", List.of(roi)).of(roi);
	}

	@ParameterizedTest
	@CsvSource({ "mitotic,mitotic", "mitotic-3,mitotic", "mitotic_003,mitotic",
		"mitotic 3-1,mitotic", "mitotic3,mitotic", "mitotic (2),mitotic",
		"CD4-3,CD4", "CD4,CD", "type A-2,type A", "T-cell 7,T-cell",
		"größe #4,größe" })
	void theNumberAtTheEndOfANameIsNotPartOfTheClass(final String name,
		final String label)
	{
		assertEquals(label, label("name", name, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0012-0345-0678", "7", "  ", "--3" })
	void aNameOfNumbersTellsNoClass(final String name) {
		assertTrue(assertThrows(UserFailure.class, () -> label("name", name, ""))
			.getMessage().contains("tells no class"));
	}

	@Test
	void autoTakesTheGroupAsSoonAsOneRegionHasOne() {
		final RegionOfInterest grouped = roi("a-1", "mitotic");
		final RegionOfInterest free = roi("a-2", "");
		assertEquals("a", RegionClasses.of("auto", "", List.of(free)).of(free));
		final RegionClasses classes = RegionClasses.of("auto", "", List.of(free,
			grouped));
		assertEquals("mitotic", classes.of(grouped));
		assertTrue(assertThrows(UserFailure.class, () -> classes.of(free))
			.getMessage().contains("no group"));
		assertEquals("a", RegionClasses.of("name", "", List.of(grouped)).of(
			grouped));
		assertThrows(UserFailure.class, () -> label("group", "a", ""));
	}

	@Test
	void oneClassForAllStandsAlone() {
		final RegionOfInterest roi = roi("7", "other");
		assertEquals("dead", RegionClasses.of("auto", " dead ", List.of(roi)).of(
			roi));
		assertThrows(WrongUsage.class, () -> RegionClasses.of("name", "dead", List
			.of(roi)));
		assertThrows(WrongUsage.class, () -> RegionClasses.of("color", "", List.of(
			roi)));
	}
}
