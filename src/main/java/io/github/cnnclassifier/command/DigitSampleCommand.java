
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.io.InputStream;

import javax.imageio.ImageIO;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.progress.Progress;

/** Opens a handwritten digit from the jar. */
@Plugin(type = Command.class, menuPath = "File>Open Samples>" +
	DigitSampleCommand.LABEL, headless = true)
public final class DigitSampleCommand extends ClassifierCommand {

	static final String LABEL = "Handwritten Digit (CNN)";

	@Parameter(type = ItemIO.OUTPUT, label = "Digit")
	private ImagePlus digit;

	/** Takes no inputs. */
	public DigitSampleCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		try (InputStream in = DigitSampleCommand.class.getResourceAsStream(
			"/samples/digit.png"))
		{
			if (in == null) throw new IOException("The jar has no samples/digit.png");
			digit = new ImagePlus("digit.png", ImageIO.read(in));
		}
		return Outcome.of();
	}
}
