
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The page on networks, beside the networks. */
class NetworksPageTest {

	private static final Path PAGE = Path.of("docs/networks.md");
	private static final Pattern ROW = Pattern.compile(
		"\\| `([a-z-]+)` \\| (\\d+) x (\\d+) x (\\d+) \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\|");
	private static final Pattern EXAMPLE = Pattern.compile(
		"(?s)    (\\{\"layers\".*?\n    \\]\\})");

	@Test
	void theFiguresOfThePresetsAreTheirs() throws IOException {
		final List<MatchResult> rows = ROW.matcher(Files.readString(PAGE)).results()
			.toList();
		assertEquals(List.copyOf(Presets.names()), rows.stream().map(r -> r.group(
			1)).distinct().toList());
		for (final MatchResult row : rows) {
			final List<String> table = LayerTable.of(NetworkPlan.of(new NetworkSpec(
				Presets.named(row.group(1)), new InputShape(number(row, 2), number(row,
					3), number(row, 4)), 10)));
			assertEquals(List.of("all", "layers:", row.group(5), row.group(6), row
				.group(7)), List.of(table.get(table.size() - 1).split(" +")), row
					.group());
		}
	}

	private static int number(final MatchResult row, final int group) {
		return Integer.parseInt(row.group(group));
	}

	@Test
	void theExampleIsANetwork() throws IOException {
		final List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE))
			.results().toList();
		assertEquals(1, examples.size());
		final Architecture example = ArchitectureJson.read("example", examples.get(
			0).group(1));
		assertTrue(NetworkPlan.of(new NetworkSpec(example, new InputShape(1, 32,
			32), 3)).parameterCount() > 1000);
	}

	@Test
	void theStagesOfThePresetsAreAsToldThere() {
		Presets.names().forEach(name -> assertEquals(name.equals("lenet") ? 2 : name
			.equals("mobile") ? 5 : 3, Stages.of(Presets.named(name).layers(), name)
				.stages().size(), name));
	}
}
