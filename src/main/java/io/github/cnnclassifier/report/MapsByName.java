
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.io.IOException;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;

/**
 * Heat maps for somebody who has the classes of the model in another order.
 *
 * @param maps of the model; closed with this
 * @param known classes of the model
 * @param asked the same classes, by whose indices maps are asked for
 */
public record MapsByName(MappedPicture maps, ClassLabels known,
		ClassLabels asked) implements MappedPicture
{

	@Override
	public BufferedImage over(final SampleImage image, final int label,
		final int side) throws IOException
	{
		return maps.over(image, known.indexOf(asked.name(label)), side);
	}

	@Override
	public void close() {
		maps.close();
	}
}
