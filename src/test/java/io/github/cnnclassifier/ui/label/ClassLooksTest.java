
package io.github.cnnclassifier.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.report.ClassColors;
import io.github.cnnclassifier.workflow.label.LabelClass;

class ClassLooksTest {

	private final ClassLooks looks = new ClassLooks(List.of(new LabelClass(
		"round", '1'), new LabelClass("flat", 'a'), new LabelClass("odd",
			(char) 0)));

	@Test
	void aClassHasTheColorOfItsPlaceAsInReportsAndMaps() {
		assertEquals(ClassColors.of(1, 3), looks.color("flat"));
		assertNotEquals(looks.color("round"), looks.color("flat"));
		assertEquals(ClassColors.UNKNOWN, looks.color("gone"));
	}

	@Test
	void aKeyIsFoundAndAClassWithoutOneHasNone() {
		assertEquals(Optional.of("flat"), looks.of('a'));
		assertEquals(Optional.empty(), looks.of('2'));
		assertEquals(Optional.empty(), looks.of((char) 0));
		assertEquals("a", looks.key("flat"));
		assertEquals("", looks.key("odd"));
		assertEquals("", looks.key("gone"));
	}
}
