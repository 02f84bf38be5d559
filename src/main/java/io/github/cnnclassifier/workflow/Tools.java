
package io.github.cnnclassifier.workflow;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.image.ImageReader;

/**
 * What every workflow works with, handed in by the host.
 *
 * @param engine makes networks
 * @param reader opens image files
 */
public record Tools(Engine engine, ImageReader reader) {
}
