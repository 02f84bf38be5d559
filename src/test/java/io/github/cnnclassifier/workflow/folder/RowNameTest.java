
package io.github.cnnclassifier.workflow.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class RowNameTest {

	@Test
	void planesAreInTheOrderOfTheirNumbers() {
		final List<String> names = List.of("b.tif[2]", "b.tif[10]", "a[3].png",
			"b.tif[1]", "B.png");
		assertEquals(List.of(new RowName("B.png", 0), new RowName("a[3].png", 0),
			new RowName("b.tif", 1), new RowName("b.tif", 2), new RowName("b.tif",
				10)), names.stream().map(RowName::parse).sorted().toList());
	}

	@Test
	void whatIsNoNumberIsPartOfTheName() {
		Stream.of("a[]", "a[x]", "a[0]", "a[9999999999]", "a]", "[").forEach(
			name -> assertEquals(new RowName(name, RowName.WHOLE), RowName.parse(
				name)));
	}
}
