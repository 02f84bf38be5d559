
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Listening;

/** The labels of two people. */
class CompareAnnotatorsTest {

	@TempDir
	private Path root;

	private final List<String> told = new ArrayList<>();

	private Path list(final String name, final String... rows)
		throws IOException
	{
		return Files.writeString(root.resolve(name), String.join("\n", rows) +
			"\n");
	}

	private CompareAnnotators.Result compare(final Path first, final Path second,
		final Optional<Path> output) throws IOException
	{
		return new CompareAnnotators(new Listening(told)).run(
			new CompareAnnotators.Request(first, second, output, false));
	}

	@Test
	void tellsKappaAndTheConflictsOfWhatBothHaveLabeled() throws IOException {
		final Path first = list("a.csv", "path,class", "1.png,x", "2.png,x",
			"3.png,y", "4.png,y", "5.png,z", "6.png,z", "7.png,z");
		final Path second = list("b.csv", "class,path", "x,1.png", "x,2.png",
			"y,3.png", "z,4.png", "z,5.png", "z,6.png", "x,9.png");
		final Path output = root.resolve("conflicts.csv");
		final AnnotatorAgreement agreement = compare(first, second, Optional.of(
			output)).agreement();
		assertEquals(6, agreement.both());
		assertEquals(1, agreement.onlyFirst());
		assertEquals(1, agreement.onlySecond());
		assertEquals(0.75, agreement.kappa(), 1e-12);
		assertEquals(List.of(new AnnotatorAgreement.Conflict("4.png", "y", "z")),
			agreement.conflicts());
		assertEquals("crop,first,second\n4.png,y,z\n", Files.readString(output));
		assertTrue(told.get(0).contains("6 crops that both have labeled"), told
			.toString());
	}

	@Test
	void cropsAreKnownByTheirNamesWhereverTheImagesAre() throws IOException {
		final Path first = list("a.csv", "crop,path,class",
			"cells/1.png,/home/ada/cells/1.png,x",
			"cells/2.png,/home/ada/cells/2.png,y");
		final Path second = list("b.csv", "crop,path,class",
			"cells/1.png,D:/bob/1.png,x", "cells/2.png,D:/bob/2.png,x");
		assertEquals(1, compare(first, second, Optional.empty()).agreement()
			.agreed());
	}

	@Test
	void listsOfDifferentImagesAreToldAsSuch() throws IOException {
		final Path first = list("a.csv", "path,class", "1.png,x");
		final Path second = list("b.csv", "path,class", "2.png,x");
		final String message = assertThrows(UserFailure.class, () -> compare(first,
			second, Optional.empty())).getMessage();
		assertTrue(message.contains("'1.png'") && message.contains("'2.png'"),
			message);
	}

	@Test
	void whatIsNoListOrWouldBeReplacedIsRefused() throws IOException {
		final Path first = list("a.csv", "path,class", "1.png,x");
		final Path none = list("n.csv", "file;label", "1.png;x");
		assertTrue(assertThrows(UserFailure.class, () -> compare(first, none,
			Optional.empty())).getMessage().contains("n.csv"));
		assertThrows(WrongUsage.class, () -> compare(first, first, Optional.of(
			first)));
		assertThrows(UserFailure.class, () -> compare(root.resolve("gone.csv"),
			first, Optional.empty()));
	}
}
