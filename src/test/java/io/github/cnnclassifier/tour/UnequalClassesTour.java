
package io.github.cnnclassifier.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.swing.JTextField;

import io.github.cnnclassifier.archive.ModelArchive;

/**
 * A set as people have them is trained: classes of unequal size, one of three
 * images, one of a single image, images that are there twice. What is refused
 * on the way takes nothing away of what was typed.
 */
final class UnequalClassesTour implements Tour {

	private static final int TICK = 0;

	private final int epochs;
	private Path folder;
	private String single;

	/** @param epochs to learn; 0 for as many as come by themselves */
	UnequalClassesTour(final int epochs) {
		this.epochs = epochs;
	}

	@Override
	public String name() {
		return "unequal-classes";
	}

	@Override
	public String task() {
		return "Train a set with classes of unequal size, one of a single image";
	}

	@Override
	public void prepare(final Path home, final Optional<Path> images)
		throws IOException
	{
		folder = home.resolve(images.isPresent() ? images.get().getFileName()
			.toString() : "cells of a slide");
		if (images.isPresent()) TourImages.copy(images.get(), folder,
			Integer.MAX_VALUE);
		else TourImages.drawUnequal(folder);
		for (final Path label : TourImages.classes(folder))
			if (TourImages.files(label).size() == 1) single = label.getFileName()
				.toString();
		// a model of that name is there from another day
		try (InputStream model = ModelArchive.class.getResourceAsStream(
			"/io/github/cnnclassifier/models/digits.zip"))
		{
			Files.copy(model, Files.createDirectories(home.resolve("CNN models"))
				.resolve("first try.zip"));
		}
	}

	@Override
	public void go(final Desk desk) throws Exception {
		final TrainSteps train = new TrainSteps(desk);
		train.open();
		train.browse(folder);
		train.awaitReady();
		desk.step("unequal-classes-1");
		if (single != null && !Boolean.FALSE.equals(train.cell(single, TICK))) desk
			.fault("A class of one image is ticked: " + single);
		refuse(desk, train);
		if (epochs > 0) {
			desk.press(train.window(), "\u25b8 Advanced");
			train.setNumber("Epochs", epochs);
			train.awaitReady();
			desk.press(train.window(), "\u25be Advanced");
		}
		train.train();
		train.awaitEpochs();
		desk.step("unequal-classes-3");
		train.awaitResult();
		desk.step("unequal-classes-4");
		if (train.verdict().isBlank()) desk.fault("There is no verdict");
	}

	/** A name that is taken, and a folder that cannot be made. */
	private void refuse(final Desk desk, final TrainSteps train)
		throws Exception
	{
		final JTextField name = train.field("Name of the model");
		final JTextField place = train.field("Folder of the model");
		final String models = place.getText();
		desk.hand().typeOver(name, "first try");
		train.awaitReason("'first try.zip' already");
		final Typed typed = Typed.in(train.window());
		desk.step("unequal-classes-2");
		desk.press(train.window(), "Use \"first try-2\"");
		train.awaitReady();
		requireKept(desk, typed, Typed.in(train.window()),
			"Name of the model (text)");
		desk.hand().typeOver(place, "/proc/nowhere");
		train.train();
		train.awaitReason("Not trained");
		final Typed refused = Typed.in(train.window());
		requireKept(desk, typed, refused, "Name of the model (text)",
			"Folder of the model (text)");
		desk.hand().typeOver(place, models);
		train.awaitReady();
	}

	private static void requireKept(final Desk desk, final Typed before,
		final Typed now, final String... changed)
	{
		for (final String lost : before.lost(now))
			if (List.of(changed).stream().noneMatch(lost::startsWith)) desk.fault(
				"A refusal has changed what was typed: " + lost);
	}
}
